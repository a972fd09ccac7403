import { formatDay, type Day } from '../domain/days.ts'
import type { Format, Outgoing, OutgoingActor, OutgoingEvent } from './outgoing.ts'
import { describe } from './told.ts'
import { xmlText } from './xml.ts'

type Value = string | number | boolean | null
type Attributes<T> = Readonly<Record<string, readonly [type: string, of: (each: T) => Value]>>

const OF_NODE: Attributes<OutgoingActor> = {
  kind: ['string', ({ kind }) => kind],
  description: ['string', ({ description }) => description],
}

const OF_EDGE: Attributes<OutgoingEvent> = {
  subtype: ['string', ({ record }) => record.subtype],
  stage: ['string', ({ record }) => record.stage],
  strength: ['integer', ({ record }) => record.strength],
  scope: ['string', ({ record }) => record.scope],
  summary: ['string', ({ record }) => record.summary],
  occurred: ['string', ({ record }) => record.occurred],
  reported: ['string', ({ reported }) => formatDay(reported)],
  status: ['string', ({ status }) => status],
  disputed: ['boolean', ({ disputed }) => disputed],
  origins: ['integer', ({ origins }) => origins],
  collection: ['string', ({ record }) => record.collection],
}

/** GEXF 1.3 with time: an edge stands from the first to the last day on which the act may have happened. https://gexf.net/1.3/ */
export const gexf: Format = {
  name: 'gexf',
  title: 'GEXF 1.3 with time, for Gephi',
  extension: 'gexf',
  mediaType: 'application/xml; charset=utf-8',
  loses:
    'It has no evidence, sources and affiliations. A date that is open or doubtful stands as the days that it may mean; the text is in `occurred`.',
  async *write(outgoing: Outgoing) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield `<meta><creator>Entente</creator><description>${xmlText(describe(outgoing))}</description></meta>\n`
    yield '<graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">\n'
    yield declared('node', OF_NODE) + declared('edge', OF_EDGE)
    yield '<nodes>\n'
    for (const actor of outgoing.actors)
      yield `<node id="${xmlText(actor.id)}" label="${xmlText(actor.name)}">${values(OF_NODE, actor)}</node>\n`
    yield '</nodes>\n<edges>\n'
    for await (const events of outgoing.events()) yield events.map(edge).join('')
    yield '</edges>\n</graph>\n</gexf>\n'
  },
}

function edge(event: OutgoingEvent): string {
  const { record, earliest, latest } = event
  const ends = `source="${xmlText(record.actor)}" target="${xmlText(record.target)}"`
  const spell = `${time('start', earliest)}${time('end', latest)}`
  return `<edge id="${xmlText(record.id)}" ${ends} kind="${record.kind}" label="${record.kind}"${spell}>${values(OF_EDGE, event)}</edge>\n`
}

function time(name: string, day: Day | null): string {
  return day === null ? '' : ` ${name}="${formatDay(day)}"`
}

function declared<T>(of: string, attributes: Attributes<T>): string {
  const all = Object.entries(attributes).map(
    ([name, [type]]) => `<attribute id="${name}" title="${name}" type="${type}"/>`,
  )
  return `<attributes class="${of}" mode="static">\n${all.join('\n')}\n</attributes>\n`
}

function values<T>(attributes: Attributes<T>, each: T): string {
  const all = Object.entries(attributes).flatMap(([name, [, read]]) => {
    const value = read(each)
    return value === null ? [] : [`<attvalue for="${name}" value="${xmlText(String(value))}"/>`]
  })
  return `<attvalues>${all.join('')}</attvalues>`
}
