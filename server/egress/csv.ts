import { formatDay, type Day } from '../domain/days.ts'
import type { SourceRecord } from '../domain/records.ts'
import { csvLine } from './csv-cell.ts'
import type { Format, Outgoing, OutgoingEvent } from './outgoing.ts'

/** Tells spreadsheets that the file is UTF-8. */
const MARK = '\u{feff}'

type Cell = string | number | boolean | null
interface Known {
  readonly names: ReadonlyMap<string, string>
  readonly sources: ReadonlyMap<string, SourceRecord>
}

/** What a column holds. docs/exports.md says the same in words. */
const COLUMNS: Readonly<Record<string, (event: OutgoingEvent, known: Known) => Cell>> = {
  id: ({ record }) => record.id,
  collection: ({ record }) => record.collection,
  actor: ({ record }) => record.actor,
  actor_name: ({ record }, { names }) => names.get(record.actor) ?? record.actor,
  target: ({ record }) => record.target,
  target_name: ({ record }, { names }) => names.get(record.target) ?? record.target,
  kind: ({ record }) => record.kind,
  subtype: ({ record }) => record.subtype,
  stage: ({ record }) => record.stage,
  strength: ({ record }) => record.strength,
  mark: ({ record }) => record.mark,
  scope: ({ record }) => record.scope,
  summary: ({ record }) => record.summary,
  occurred: ({ record }) => record.occurred,
  earliest: ({ earliest }) => date(earliest),
  latest: ({ latest }) => date(latest),
  reported: ({ reported }) => formatDay(reported),
  status: ({ status }) => status,
  disputed: ({ disputed }) => disputed,
  origins: ({ origins }) => origins,
  evidence: ({ record }) => record.evidence.length,
  sources: ({ record }, known) => [...new Set(record.evidence.map(({ source }) => cited(source, known)))].join(' | '),
  quotes: ({ record }) => record.evidence.flatMap(({ quote }) => (quote === null ? [] : [quote])).join(' | '),
  code: ({ record }) => record.coded?.code ?? null,
  code_system: ({ record }) => record.coded?.system ?? null,
  goldstein: ({ record }) => record.coded?.goldstein ?? null,
  actor_as_written: ({ record }) => record.coded?.actorName ?? null,
  target_as_written: ({ record }) => record.coded?.targetName ?? null,
  publisher: ({ record }) => record.coded?.publisher ?? null,
  locator: ({ record }) => record.coded?.locator ?? null,
  mirror: ({ record }) => record.coded?.mirror ?? null,
}

/** A table for spreadsheets and statistics: one row an event. */
export const csv: Format = {
  name: 'csv',
  title: 'CSV, one row an event',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  loses: 'Of evidence it has sources and quotes alone; affiliations, and actors that no event names, are not in it.',
  async *write(outgoing: Outgoing) {
    yield MARK + csvLine(Object.keys(COLUMNS))
    const known = {
      names: new Map(outgoing.actors.map(({ id, name }) => [id, name])),
      sources: new Map(outgoing.sources.map((source) => [source.id, source])),
    }
    for await (const events of outgoing.events())
      yield events.map((event) => csvLine(Object.values(COLUMNS).map((cell) => cell(event, known)))).join('')
  },
}

function cited(id: string, { sources }: Known): string {
  const source = sources.get(id)
  if (!source) return id
  const { publisher, title, published, url } = source
  return [publisher, title, date(published), url].filter((each) => each !== null).join(', ')
}

function date(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}
