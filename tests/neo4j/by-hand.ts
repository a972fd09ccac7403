import fc, { type Arbitrary } from 'fast-check'
import { formatDay, type Day } from '../../server/domain/days.ts'
import { STATUSES, type Status } from '../../server/domain/words.ts'
import { reportDay } from '../support/arbitraries.ts'
import type { Model } from './model.ts'

/** A mutation of the contract, as a client sends it. */
export interface ByHand {
  readonly mutation: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** What a hand does; numbers choose among what is there when its turn comes. Not everything is allowed where it is tried. */
export interface Hand {
  readonly does: keyof typeof MUTATIONS
  readonly event: number
  readonly actor: number
  readonly other: number
  readonly source: number
  readonly on: Day
  readonly status: Status
  readonly text: string
}

const CHANGE = 'id version change event { id status sentence version history { status on note } evidence { id quote } }'

const MUTATIONS = {
  setEventStatus: `mutation ($event: ID!, $status: Status!, $on: Date!, $text: String) {
    setEventStatus(event: $event, status: $status, on: $on, note: $text) { ${CHANGE} } }`,
  retractEvent: `mutation ($event: ID!, $text: String!) { retractEvent(event: $event, reason: $text) { id version change } }`,
  addEvidence: `mutation ($event: ID!, $evidence: EvidenceInput!) { addEvidence(event: $event, evidence: $evidence) { ${CHANGE} } }`,
  saveActor: `mutation ($input: ActorInput!) { saveActor(actor: $input) { version change actor { id name aliases version } } }`,
  saveSource: `mutation ($input: SourceInput!) { saveSource(source: $input) { version change source { id publisher published version } } }`,
  recordEvent: `mutation ($input: EventInput!) { recordEvent(event: $input) { ${CHANGE} } }`,
  mergeActors: `mutation ($from: ID!, $into: ID!, $text: String) { mergeActors(from: $from, into: $into, reason: $text) {
    aliases events affiliations collections obstacles version change } }`,
  undo: `mutation ($change: ID!, $text: String) { undo(change: $change, reason: $text) { records version change } }`,
}

/** @param text what a hand writes. */
export function hand(text: Arbitrary<string>): Arbitrary<Hand> {
  const any = fc.nat({ max: 60 })
  return fc.record({
    does: fc.constantFrom(...(Object.keys(MUTATIONS) as (keyof typeof MUTATIONS)[])),
    event: any,
    actor: any,
    other: any,
    source: any,
    on: reportDay,
    status: fc.constantFrom(...STATUSES),
    text: fc.oneof(
      text,
      text.map((words) => `By hand: ${words}`),
    ),
  })
}

/** @param versions how many there may be so far. */
export function byHand({ does, on, text, status, ...at }: Hand, model: Model, versions: number): ByHand {
  const among = <T>(all: readonly T[], place: number): T | undefined => all[place % Math.max(1, all.length)]
  // Cases take every record, data sets only some.
  const cases = model.contents().flatMap((each) => (each.collection.kind === 'CASE' ? each.events : []))
  const event = among(cases.length > 0 ? cases : model.events(), at.event)
  const collection = event?.collection ?? 'c0'
  const sources = model.sources().filter((each) => each.collection === collection && each.published !== null)
  const source = among(sources, at.source)
  const actor = among(model.actors(collection), at.actor)?.actor ?? 'x0'
  const others = model.actors(collection).filter((entry) => entry.actor !== actor)
  const other = among(others, at.other)?.actor ?? 'x1'
  const evidence = { source: source?.id ?? 'c0/s0', quote: text, stance: 'ASSERTS' }
  const inputs: Partial<Record<typeof does, unknown>> = {
    saveActor: { id: at.actor % 2 ? actor : `new-${at.actor}`, collection, kind: 'GROUP', name: text, aliases: [text] },
    saveSource: { id: `${collection}/by-hand`, collection, publisher: text, published: formatDay(on) },
    recordEvent: {
      id: `${collection}/by-hand-${at.event % 3}`,
      collection,
      actor,
      target: other,
      kind: 'SUSPENSION',
      subtype: 'aid',
      scope: text,
      occurred: formatDay(on),
      evidence: [evidence],
    },
  }
  return {
    mutation: MUTATIONS[does],
    variables: {
      event: event?.id ?? 'c0/none',
      status,
      on: formatDay(on),
      text,
      evidence,
      from: actor,
      into: other,
      change: String(1 + (at.event % Math.max(1, versions))),
      input: inputs[does],
    },
  }
}
