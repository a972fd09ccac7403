import fc, { type Arbitrary } from 'fast-check'
import { formatDay, isDay, type Day } from '../../server/domain/days.ts'
import { parseEdtf } from '../../server/domain/edtf.ts'
import type { CollectionContents, EventRecord } from '../../server/domain/records.ts'
import type { Batch } from '../../server/store/graph-store.ts'
import { edtf, graph, reportDay, type Graph } from '../support/arbitraries.ts'
import { LOADER, toBatch } from '../support/records.ts'
import { numRuns } from '../support/samples.ts'
import { TEXTS } from '../store/everything.ts'
import { hand, type Hand } from './by-hand.ts'
import { Model } from './model.ts'

/** What happens to a store: it takes a batch, it is written by hand, or it is to be read anew. */
export type Step = { readonly batch: Batch } | { readonly hand: Hand } | { readonly reload: true }

export interface Story {
  readonly steps: readonly Step[]
  /** Before which step the columns are built from what is there; all other steps they follow. */
  readonly built: number
}

/** What a step does; numbers choose among what is there when its turn comes. */
type Change =
  | { readonly does: 'WRITE'; readonly graph: Graph }
  | { readonly does: 'MIX'; readonly graph: Graph; readonly events: readonly number[] }
  | { readonly does: 'REMOVE'; readonly events: readonly number[] }
  | { readonly does: 'DROP'; readonly collection: number }
  | { readonly does: 'TURN'; readonly event: number; readonly to: number }
  | { readonly does: 'RECAST'; readonly event: number; readonly as: number }
  | { readonly does: 'MOVE'; readonly event: number; readonly occurred: string }
  | { readonly does: 'REPEAT'; readonly event: number; readonly times: number }
  | { readonly does: 'REDATE'; readonly source: number; readonly published: Day }
  | { readonly does: 'RENAME'; readonly actor: number; readonly name: string }
  | { readonly does: 'JOIN'; readonly event: number; readonly acts: boolean; readonly name: string }
  | { readonly does: 'UNTIE'; readonly affiliation: number }
  | { readonly does: 'HAND'; readonly hand: Hand }
  | { readonly does: 'RELOAD' }

const MOST_CHANGES = numRuns(4, 6)

const text: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
)
const texts = fc.array(text, { minLength: 1, maxLength: 12 })

/** The graph with words wherever a record has room for them. */
const worded = fc.tuple(graph(), texts).map(([drawn, words]): Graph => {
  let at = 0
  // Every third place stays empty.
  const word = () => (at++ % 3 === 2 ? null : (words[at % words.length] ?? ''))
  const told = <E extends { readonly evidence: EventRecord['evidence'] }>(record: E): E => ({
    ...record,
    evidence: record.evidence.map((each) => ({
      ...each,
      speaker: word(),
      quote: word(),
      paraphrase: word(),
      locator: word(),
    })),
  })
  return {
    ...drawn,
    contents: drawn.contents.map((each) => ({
      collection: { ...each.collection, title: word() ?? '', description: word() },
      actors: each.actors.map((actor) => ({ ...actor, aliases: [word() ?? 'Alias'], description: word() })),
      affiliations: each.affiliations.map((affiliation) => ({ ...told(affiliation), role: word() })),
      sources: each.sources.map((source) => ({ ...source, title: word() })),
      events: each.events.map((event) => ({
        ...told(event),
        summary: word(),
        history: event.history.map((step) => ({ ...step, note: word() })),
      })),
    })),
  }
})

const one = fc.nat({ max: 60 })
const some = fc.array(one, { minLength: 1, maxLength: 6 })

const change: Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('WRITE'), graph: worded }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('MIX'), graph: worded, events: some }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('REMOVE'), events: some }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('DROP'), collection: fc.nat({ max: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('TURN'), event: one, to: fc.nat({ max: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('RECAST'), event: one, as: one }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('MOVE'), event: one, occurred: edtf }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('REPEAT'), event: one, times: fc.nat({ max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('REDATE'), source: one, published: reportDay }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('RENAME'), actor: one, name: text }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('JOIN'), event: one, acts: fc.boolean(), name: text }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('UNTIE'), affiliation: one }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('HAND'), hand: hand(text) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('RELOAD') }) },
)

/** A graph, then changes of all sorts, each as the batch that makes it. */
export const story: Arbitrary<Story> = fc
  .tuple(worded, fc.array(change, { minLength: 1, maxLength: MOST_CHANGES, size: 'max' }), fc.nat({ max: 3 }))
  .map(([first, changes, built]) => {
    const model = new Model()
    const steps: Step[] = []
    for (const each of [{ does: 'WRITE', graph: first } as const, ...changes]) {
      for (const step of stepsOf(each, model)) {
        steps.push(step)
        if ('batch' in step) model.apply(step.batch)
      }
    }
    return { steps, built, [fc.toStringMethod]: () => `built before step ${built + 1}${tell(steps)}` }
  })

function stepsOf(change: Change, model: Model): Step[] {
  if (change.does === 'HAND') return [{ hand: change.hand }]
  if (change.does === 'RELOAD') return [{ reload: true }]
  return batchesOf(change, model).map((batch) => ({ batch }))
}

type Loaded = Exclude<Change, { readonly does: 'HAND' | 'RELOAD' }>

function batchesOf(change: Loaded, model: Model): Batch[] {
  const among = <T>(all: readonly T[], at: number): T[] => (all.length > 0 ? [all[at % all.length] as T] : [])
  const rewrite = (at: number, write: (event: EventRecord) => readonly EventRecord[]) =>
    among(model.events(), at).map((event): Batch => ({ writer: LOADER, events: write(event) }))
  switch (change.does) {
    case 'WRITE':
      return change.graph.contents.map((each) => toBatch(each))
    case 'MIX':
      return change.graph.contents.map((each) => toBatch(withOnly(each, change.events, model)))
    case 'REMOVE': {
      const ids = change.events.flatMap((at) => among(model.events(), at)).map((event) => event.id)
      return [{ writer: LOADER, remove: { events: ids } }]
    }
    case 'DROP': {
      const all = model.contents()
      const gone = all.length > 1 ? among(all, change.collection) : []
      return gone.map(({ collection }) => ({ writer: LOADER, remove: { collections: [collection.id] } }))
    }
    case 'TURN':
      return rewrite(change.event, (event) => {
        const target = among(model.actors(event.collection), change.to)[0]?.actor ?? event.actor
        return [{ ...event, actor: event.target, target: target === event.target ? event.actor : target }]
      })
    case 'RECAST':
      return rewrite(change.event, (event) => {
        const { kind, subtype, stage, mark, strength } = among(model.events(), change.as)[0] ?? event
        return [{ ...event, kind, subtype, stage, mark, strength, breaks: [], restores: [] }]
      })
    case 'MOVE':
      return rewrite(change.event, (event) => [{ ...event, occurred: change.occurred }])
    case 'REPEAT':
      return rewrite(change.event, (event) => repeated(event, change.times))
    case 'REDATE':
      return among(model.sources(), change.source).map((source) => ({
        writer: LOADER,
        sources: [{ ...source, published: change.published }],
      }))
    case 'RENAME':
      return among(model.entries(), change.actor).map((entry) => ({
        writer: LOADER,
        actors: [{ ...entry, name: change.name }],
      }))
    case 'JOIN':
      return among(model.events(), change.event).map((event): Batch => {
        const [entry] = among(model.actors(event.collection), 0)
        const actor = `new-${model.entries().length}`
        const actors = entry ? [{ ...entry, actor, name: change.name }] : []
        const own = change.acts ? [{ ...event, id: `${event.id}-${actor}`, actor }] : []
        return { writer: LOADER, actors, events: own }
      })
    case 'UNTIE':
      return among(model.affiliations(), change.affiliation).map(({ id }) => ({
        writer: LOADER,
        remove: { affiliations: [id] },
      }))
  }
}

/** Some of the events and the affiliations of a collection, with what they name where it is not there yet. */
function withOnly(contents: CollectionContents, events: readonly number[], model: Model): CollectionContents {
  const isNew = !model.contents().some(({ collection }) => collection.id === contents.collection.id)
  const has = new Set(model.actors(contents.collection.id).map((entry) => entry.actor))
  return {
    ...contents,
    actors: contents.actors.filter((entry) => isNew || !has.has(entry.actor)),
    sources: isNew ? contents.sources : [],
    events: contents.events.filter((_, at) => events.includes(at)),
  }
}

/** The same act again, some days apart. */
function repeated(event: EventRecord, times: number): EventRecord[] {
  const { earliest } = parseEdtf(event.occurred)
  return Array.from({ length: times }, (_, n) => ({
    ...event,
    id: `${event.id}-${n}`,
    occurred: isDay(earliest) ? formatDay(earliest + n * 3) : event.occurred,
  }))
}

/** A story in few words, for whoever reads that it failed: a line a record, without what says nothing. */
function tell(steps: readonly Step[]): string {
  const worth = (_: string, value: unknown) =>
    value === null || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value
  const lines = steps.flatMap((step, at) => {
    if (!('batch' in step)) return [`${at + 1}. ${JSON.stringify(step)}`]
    const { writer: _, ...lists } = step.batch
    const records = Object.entries(lists).flatMap(([list, told]) =>
      Array.isArray(told)
        ? told.map((each) => `   ${list} ${JSON.stringify(each, worth)}`)
        : [`   ${list} ${JSON.stringify(told, worth)}`],
    )
    return [`${at + 1}.`, ...records]
  })
  return `\n${lines.join('\n')}\n`
}
