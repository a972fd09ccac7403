import { plainCollection, plainEvent, plainSource } from '../domain/plain-records.ts'
import type { Format, Outgoing } from './outgoing.ts'
import { knownOnText } from './told.ts'

/** Records whole, one a line, events last: what comes in again as it went out. */
export const json: Format = {
  name: 'json',
  title: 'JSON, every record whole',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  loses: null,
  async *write(outgoing: Outgoing) {
    const { filter, collections, sources, actors, affiliations } = outgoing
    const head = { format: 'entente', version: 1, asKnownOn: knownOnText(outgoing), filter }
    yield `${JSON.stringify(head).slice(0, -1)},\n`
    yield `"collections":${list(collections.map(plainCollection))},\n`
    yield `"sources":${list(sources.map(plainSource))},\n`
    yield `"actors":${list(actors.flatMap(({ entries }) => entries))},\n`
    yield `"affiliations":${list(affiliations)},\n`
    yield '"events":['
    let first = true
    for await (const events of outgoing.events()) {
      if (events.length === 0) continue
      yield `${first ? '' : ','}\n${events.map(({ record }) => JSON.stringify(plainEvent(record))).join(',\n')}`
      first = false
    }
    yield '\n]}\n'
  },
}

function list(records: readonly object[]): string {
  return records.length === 0 ? '[]' : `[\n${records.map((each) => JSON.stringify(each)).join(',\n')}\n]`
}
