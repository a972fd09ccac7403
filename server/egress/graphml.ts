import { formatDay } from '../domain/days.ts'
import { plainCollection, plainEvent, plainSource } from '../domain/plain-records.ts'
import type { Format, Outgoing, OutgoingActor, OutgoingEvent } from './outgoing.ts'
import { describe, knownOnText } from './told.ts'
import { xmlText } from './xml.ts'

type Value = string | number | boolean | null

const OF_NODE = {
  name: ['string', ({ name }: OutgoingActor): Value => name],
  kind: ['string', ({ kind }: OutgoingActor): Value => kind],
  description: ['string', ({ description }: OutgoingActor): Value => description],
} as const

const OF_EDGE = {
  kind: ['string', ({ record }: OutgoingEvent): Value => record.kind],
  subtype: ['string', ({ record }: OutgoingEvent): Value => record.subtype],
  stage: ['string', ({ record }: OutgoingEvent): Value => record.stage],
  strength: ['int', ({ record }: OutgoingEvent): Value => record.strength],
  scope: ['string', ({ record }: OutgoingEvent): Value => record.scope],
  summary: ['string', ({ record }: OutgoingEvent): Value => record.summary],
  occurred: ['string', ({ record }: OutgoingEvent): Value => record.occurred],
  reported: ['string', ({ reported }: OutgoingEvent): Value => formatDay(reported)],
  status: ['string', ({ status }: OutgoingEvent): Value => status],
  disputed: ['boolean', ({ disputed }: OutgoingEvent): Value => disputed],
  origins: ['int', ({ origins }: OutgoingEvent): Value => origins],
  collection: ['string', ({ record }: OutgoingEvent): Value => record.collection],
} as const

/**
 * GraphML (Brandes, Eiglsperger, Lerner, "GraphML Primer"): actors are nodes, events directed edges with typed keys that other programs
 * show. Beside them the key `record` holds each record whole as JSON, from which we read the file again.
 */
export const graphml: Format = {
  name: 'graphml',
  title: 'GraphML, for Gephi, yEd, NetworkX and igraph',
  extension: 'graphml',
  mediaType: 'application/graphml+xml; charset=utf-8',
  loses: null,
  async *write(outgoing: Outgoing) {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`
    yield keys('node', OF_NODE) + keys('edge', OF_EDGE)
    for (const each of ['graph', 'node', 'edge']) yield key(each, 'record', 'string')
    yield '<graph id="entente" edgedefault="directed">\n'
    yield `<desc>${xmlText(describe(outgoing))}</desc>\n`
    yield recordOf('graph', graphRecord(outgoing))
    for (const actor of outgoing.actors)
      yield `<node id="${xmlText(actor.id)}">\n${values('node', OF_NODE, actor)}${recordOf('node', { entries: actor.entries })}</node>\n`
    for await (const events of outgoing.events()) yield events.map(edge).join('')
    yield '</graph>\n</graphml>\n'
  },
}

function graphRecord(outgoing: Outgoing): object {
  const { filter, collections, sources, affiliations } = outgoing
  return {
    format: 'entente-graphml',
    version: 1,
    asKnownOn: knownOnText(outgoing),
    filter,
    collections: collections.map(plainCollection),
    sources: sources.map(plainSource),
    affiliations,
  }
}

function edge(event: OutgoingEvent): string {
  const { record } = event
  const ends = `source="${xmlText(record.actor)}" target="${xmlText(record.target)}"`
  const whole = recordOf('edge', { event: plainEvent(record) })
  return `<edge id="${xmlText(record.id)}" ${ends}>\n${values('edge', OF_EDGE, event)}${whole}</edge>\n`
}

type Keys<T> = Readonly<Record<string, readonly [type: string, of: (each: T) => Value]>>

function keys<T>(of: string, all: Keys<T>): string {
  return Object.entries(all)
    .map(([name, [type]]) => key(of, name, type))
    .join('')
}

function key(of: string, name: string, type: string): string {
  return `<key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`
}

function values<T>(of: string, all: Keys<T>, each: T): string {
  return Object.entries(all)
    .map(([name, [, read]]) => data(of, name, read(each)))
    .join('')
}

function data(of: string, name: string, value: Value): string {
  return value === null ? '' : `<data key="${of}-${name}">${xmlText(String(value))}</data>\n`
}

/** What XML cannot write JSON escapes, so that nothing is lost. */
function recordOf(of: string, value: object): string {
  return data(of, 'record', JSON.stringify(value).replaceAll(/[\u{fffe}\u{ffff}]/gu, escaped))
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`
}
