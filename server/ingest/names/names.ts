import type { Day } from '../../domain/days.ts'
import type { ActorKind, AffiliationType } from '../../domain/words.ts'
import type { Surface } from '../rows/row.ts'

/** Who a surface name means. A function of the name alone: the same name is the same actor in every file, in any order. */
export interface KnownActor {
  readonly id: string
  readonly kind: ActorKind
  readonly name: string
  readonly article: boolean
  readonly aliases: readonly string[]
  readonly unspecified: boolean
  /** What it is part of, based in, or leads. */
  readonly affiliations: readonly KnownAffiliation[]
}

export interface KnownAffiliation {
  readonly type: AffiliationType
  readonly to: KnownActor
  /** An office; left out: not stated. */
  readonly role?: string
  /** `2014-01-01`; left out: not stated. One pair may have several spells, told apart by their first day. */
  readonly since?: string
  readonly until?: string
}

/**
 * `known`: the name, code or sector is in the tables. `new`: nobody of the tables; an actor under its own name. `asked`: the tables
 * know several; until somebody answers, `actor` is one under its own name that is nobody else.
 */
export interface Resolved {
  readonly how: 'known' | 'new' | 'asked'
  readonly actor: KnownActor
  /** Of `asked`: whom it may mean, the likeliest first. */
  readonly candidates: readonly KnownActor[]
}

/** Answers to what was asked: surface name to actor id; given in a file or on the page. */
export type NameAnswers = Readonly<Record<string, string>>

export interface Names {
  /** @param day on which the row happened: roles are dated. Answers come from a cache that does not grow without bound. */
  resolve(surface: Surface, day: Day): Resolved
}
