import { parse } from 'csv-parse/sync'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatDay, parseDay, type Day } from '../../server/domain/days.ts'
import type { ActorEntry, AffiliationRecord, EventRecord } from '../../server/domain/records.ts'
import type { EventKind, Mark, Stage } from '../../server/domain/words.ts'
import type { Batch } from '../../server/store/graph-store.ts'
import { ROOT } from '../stale.ts'

/**
 * Real events at any scale: the September month of ICEWS18 (45,995 events, 7,730 actors), again and again, each copy 30 days before
 * the one before. What repeats is who acts toward whom, how often and how; what is made up is that it goes on so for years.
 */
export const REAL_COLLECTION = 'icews18'
/** The actor with most events. */
export const REAL_HUB = 'united-states'
/** The last month is the real one. */
export const REAL_LAST_DAY = '2018-09-27'

const DATA = join(ROOT, '..', 'shared', 'data')
const DAYS_A_COPY = 30
/** Sectors whose people act for their state. */
const OF_THE_STATE =
  /^(Government|Military|Police|Ministry|Foreign Affairs|Defense|Legislature|Parliament|Court|Judge|Head of Government|Cabinet|Intelligence|Navy|Air Force|Interior|Finance|Representatives|Minister|Executive|Royal Administration|High Ranking Military)/
const MARKS: Readonly<Record<string, Mark>> = { yes: 'YES', weak: 'WEAK', no: 'NO' }
const WRITER = { by: 'IMPORT', name: 'bench' } as const

interface RealRow {
  readonly actorName: string
  readonly targetName: string
  readonly day: Day
  readonly act: Pick<EventRecord, 'kind' | 'subtype' | 'stage' | 'strength' | 'mark'> & { readonly code: string }
}

/** So many events as batches; the first brings the actors. @throws Error where the files are not there. */
export function* realBatches(events: number, batch: number): Generator<Batch> {
  const rows = realRows()
  yield { writer: WRITER, ...listsOf(rows) }
  for (let from = 0; from < events; from += batch) {
    const many = Math.min(batch, events - from)
    yield { writer: WRITER, events: Array.from({ length: many }, (_, at) => realEvent(rows, from + at)) }
  }
}

function realEvent(rows: readonly RealRow[], n: number): EventRecord {
  const copy = Math.floor(n / rows.length)
  const { actorName, targetName, day, act } = rows[n % rows.length] as RealRow
  const { code, ...meaning } = act
  const on = day - copy * DAYS_A_COPY
  return {
    id: `${REAL_COLLECTION}/${createHash('sha1').update(String(n)).digest('hex').slice(0, 16)}`,
    collection: REAL_COLLECTION,
    actor: idOf(actorName),
    target: idOf(targetName),
    ...meaning,
    scope: null,
    summary: null,
    occurred: formatDay(on),
    history: [],
    breaks: [],
    restores: [],
    evidence: [],
    coded: {
      code,
      system: 'CAMEO',
      goldstein: null,
      actorName,
      targetName,
      publisher: null,
      locator: null,
      reported: on,
      mirror: code.startsWith('04') && actorName > targetName,
    },
  }
}

function realRows(): RealRow[] {
  const table: string[][] = parse(readFileSync(join(DATA, 'cameo/cameo_domain_map.csv')), { relax_column_count: true })
  const acts = new Map(table.map((cells) => [(cells[2] ?? '').toLowerCase(), cells]))
  return linesOf('icews18/icews18_sep_named.tsv').flatMap((line) => {
    const [actorName = '', type = '', targetName = '', date = ''] = line.split('\t')
    const cells = acts.get(type.toLowerCase()) ?? FALLBACK
    const day = parseDay(date)
    if (actorName === targetName || day === null) return []
    const [code = '', , , , , , kind = '', subtype = '', stage = '', strength = '', mark = ''] = cells
    const act = {
      code,
      kind: kind as EventKind,
      subtype,
      stage: stage as Stage,
      strength: Number(strength),
      mark: MARKS[mark] ?? 'NO',
    }
    return [{ actorName, targetName, day, act }]
  })
}

/** A name that the table does not have. */
const FALLBACK = ['010', '01', '', '', '', '', 'NEUTRAL', 'statement', 'ACTUAL', '0', 'no']

function linesOf(file: string): string[] {
  return readFileSync(join(DATA, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function listsOf(rows: readonly RealRow[]): Pick<Batch, 'collections' | 'actors' | 'affiliations'> {
  const names = new Map(rows.flatMap((row) => [row.actorName, row.targetName]).map((name) => [idOf(name), name]))
  return {
    collections: [
      {
        id: REAL_COLLECTION,
        kind: 'DATA_SET',
        title: 'ICEWS, September 2018 repeated',
        description: null,
        headline: null,
        positions: [],
        questions: [],
      },
    ],
    actors: Array.from(names, ([actor, name]) => entryOf(actor, name)),
    affiliations: Array.from(names.values()).flatMap((name) => affiliationOf(name, names)),
  }
}

function affiliationOf(name: string, names: ReadonlyMap<string, string>): AffiliationRecord[] {
  const [, sector = '', country = ''] = /^(.+) \((.+)\)$/.exec(name) ?? []
  if (country === '' || !names.has(idOf(country)) || country === name) return []
  return [
    {
      id: `${REAL_COLLECTION}/a-${idOf(name)}`,
      collection: REAL_COLLECTION,
      type: OF_THE_STATE.test(sector) ? 'PART_OF' : 'BASED_IN',
      actor: idOf(name),
      to: idOf(country),
      role: null,
      since: null,
      until: null,
      evidence: [],
    },
  ]
}

function entryOf(actor: string, name: string): ActorEntry {
  return {
    actor,
    collection: REAL_COLLECTION,
    kind: name.includes('(') ? 'GROUP' : 'STATE',
    name,
    article: false,
    aliases: [],
    description: null,
    unspecified: /^(Unspecified Actor|Citizen \(Unidentified|Unidentified)/.test(name),
  }
}

function idOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return plain === '' ? createHash('sha1').update(name).digest('hex').slice(0, 12) : plain
}
