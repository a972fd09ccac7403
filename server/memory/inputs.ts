import { toClaim, type Indexes } from '../domain/assemble.ts'
import { standingOf, statusSteps, type Claim } from '../domain/claims.ts'
import type { Found } from '../domain/columns/column-writer.ts'
import type { EventInput, PlainInput, StandingInput } from '../domain/columns/event-input.ts'
import { AFTER_ALL } from '../domain/days.ts'
import type { SourceRecord } from '../domain/records.ts'
import type { DatedStatus } from '../domain/snapshot.ts'
import { ABOUTS, STANCES, wordOf } from '../domain/words.ts'
import type { EventChunk, EventTuple } from '../store/graph-store.ts'

/** What the rows of a store need to become inputs of the columns. */
export interface InputContext {
  readonly indexes: Indexes
  readonly sources: readonly SourceRecord[]
  /** Actor index by the store's own number. */
  readonly actorByRef: ReadonlyMap<number, number>
}

/** What was said of events beside their rows. Evidence, statuses and links may stand in other chunks than their events. */
export class Said {
  readonly #context: InputContext
  readonly #of = new Map<string, { claims: Claim[]; statuses: DatedStatus[]; breaks: string[]; restores: string[] }>()

  constructor(context: InputContext) {
    this.#context = context
  }

  take({ evidence, statuses, links }: EventChunk): void {
    const { sources, indexes } = this.#context
    for (const [event, source, relayedFrom, stance, about] of evidence) {
      const claim = { source, relayedFrom, stance: wordOf(STANCES, stance), about: wordOf(ABOUTS, about) }
      this.#at(event).claims.push(toClaim(claim, sources, indexes))
    }
    for (const [event, on, status] of statuses) this.#at(event).statuses.push({ on, status })
    for (const [event, other, type] of links) this.#at(event)[type === 0 ? 'breaks' : 'restores'].push(other)
  }

  /** Events of which anything was said. */
  get events(): Iterable<string> {
    return this.#of.keys()
  }

  /** @param row what the event's own row says. */
  standing(event: string, row: Found): StandingInput {
    const { claims = [], statuses = [], breaks = [], restores = [] } = this.#of.get(event) ?? {}
    const own = ownClaims(row)
    const standing = standingOf([...own, ...claims])
    const { status, history } = statusSteps(statuses)
    const lastWord = Math.max(standing.lastWord, ...statuses.map((step) => step.on))
    return {
      reported: standing.reported,
      status,
      origins: standing.origins,
      evidenceCount: Math.max(claims.length, own.length),
      history,
      denials: standing.denials,
      originsSince: standing.originsSince,
      lastWord: lastWord > standing.reported ? lastWord : null,
      breaks,
      restores,
    }
  }

  #at(event: string) {
    let said = this.#of.get(event)
    if (!said) this.#of.set(event, (said = { claims: [], statuses: [], breaks: [], restores: [] }))
    return said
  }
}

/** Events of chunks as inputs of the columns. */
export function toInputs(chunks: readonly EventChunk[], context: InputContext): EventInput[] {
  const said = new Said(context)
  for (const chunk of chunks) said.take(chunk)
  const toPlain = plainInputs(context)
  return chunks.flatMap(({ events }) =>
    events.map((tuple) => {
      const plain = toPlain(tuple)
      return { id: tuple[0], ...plain, ...said.standing(tuple[0], plain) }
    }),
  )
}

/** Rows of a store as they stand, before anything that was said beside them. */
export function plainInputs({ indexes, actorByRef }: InputContext): (tuple: EventTuple) => PlainInput {
  const originsOf = rowOrigins()
  return (tuple) => {
    const reported = tuple[6]
    const collection = tuple[13]
    return {
      actor: actorByRef.get(tuple[1]) ?? -1,
      target: actorByRef.get(tuple[2]) ?? -1,
      earliest: tuple[3],
      latest: tuple[4],
      flags: tuple[5],
      reported: reported ?? AFTER_ALL,
      kind: tuple[7],
      subtype: tuple[8],
      stage: tuple[9],
      mark: tuple[10],
      strength: tuple[11],
      scope: tuple[12],
      code: tuple[14],
      collection: indexes.collections.get(collection) ?? -1,
      origins: reported === null ? NOBODY : originsOf(collection, tuple[15] ?? ''),
      evidenceCount: reported === null ? 0 : 1,
    }
  }
}

const NOBODY: readonly string[] = []

/** A data set's row goes back to its publisher, else to the data set. The same list for the same two. */
function rowOrigins(): (collection: string, publisher: string) => readonly string[] {
  const known = new Map<string, Map<string, readonly string[]>>()
  return (collection, publisher) => {
    let ofCollection = known.get(collection)
    if (!ofCollection) known.set(collection, (ofCollection = new Map()))
    let origins = ofCollection.get(publisher)
    if (!origins) ofCollection.set(publisher, (origins = [`${collection}#${publisher}`]))
    return origins
  }
}

/** A row of a data set asserts its own act. */
function ownClaims({ reported, origins }: Found): readonly Claim[] {
  if (reported === AFTER_ALL) return []
  return [{ published: reported, origin: origins[0] ?? '', stance: 'ASSERTS', about: 'ACT' }]
}
