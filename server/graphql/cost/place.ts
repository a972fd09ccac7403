import type { DistancingRule, Level } from '../../domain/words.ts'
import type { Pool } from './pool.ts'
import type { Counted, Sizes } from './sizes.ts'

/** Where an estimate stands on its way down: what may be here of one type, under one field. */
export interface Place {
  /** Objects of the type. */
  readonly count: number
  /** Sets that they fall into, in none of which one record stands twice. All objects of one list are one set. */
  readonly groups: number
  /** Views under which they are read. */
  readonly views: number
  /** Every event that can be shown under one of them. */
  readonly pool: Pool
  /** What the lists and connections that stand here hold, together; null: there is none. */
  readonly items: Items | null
  /** Whose ties they are. */
  readonly level: Level
  /** Under which distancing answer they stand. */
  readonly answer: AnswerBound | null
}

export interface Items {
  readonly count: number
  readonly groups: number
}

/** What stands in one distancing answer, or, below a row, in all its rows that are shown. */
export interface AnswerBound {
  readonly rules: readonly DistancingRule[]
  /** Events of acts. */
  readonly admitted: number
  /** Events of the cooperation beside them; at ACTOR, below a row, of one list of it. */
  readonly cooperation: number
}

/** What a field may give and take, at all places together. */
export interface Bound extends Partial<Omit<Place, 'count' | 'groups'>> {
  /** Objects or values; those of all lists together. */
  readonly count: number
  /** Left out: as many as objects. */
  readonly groups?: number
  /** Rows of the columns that are passed over. */
  readonly rows?: number
  /** Records that are read from the store. */
  readonly records?: number
  /** The same for records that several fields of one object share. */
  readonly details?: number
}

/** Coerced arguments. */
export type Args = Readonly<Record<string, unknown>>

export type Rule = (here: Place, args: Args, sizes: Sizes) => Bound

/** One of each. */
export function each(here: Place): Bound {
  return { count: here.count }
}

/** One of each, of which no two are the same record where no two of theirs are. */
export function oneToOne(here: Place): Bound {
  return { count: here.count, groups: here.groups }
}

/** Lists of at most so many; nothing is known of what two of them share. */
export function lists(here: Place, most: number): Items {
  return { count: here.count * most, groups: here.count }
}

/** Lists that share nothing where they are of different records. */
export function shares(here: Place, { most, total }: Counted): Items {
  return { count: Math.min(here.count * most, here.groups * total), groups: here.groups }
}

/** What stands in the list or connection itself. */
export function items(here: Place): Bound {
  return here.items ?? { count: 0, groups: 0 }
}

/** The size of a page as the resolver reads it: what it would refuse is none the more. */
export function sizeOf(first: unknown, otherwise: number, most: number): number {
  return Math.min(Math.max(typeof first === 'number' ? first : otherwise, 0), most)
}
