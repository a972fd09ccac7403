import type { NameCount, NameReport } from '../ingest/import/name-tally.ts'
import type { Preview } from '../ingest/import/plan-import.ts'
import type { ImportReport } from '../ingest/import/run-import.ts'
import type { ImportCounts } from '../store/import-store.ts'
import { counted } from './counted.ts'
import type { FirstLeft } from './import-left.ts'

const OUTCOMES: Readonly<Record<ImportCounts['reasons'][number]['outcome'], string>> = {
  held: 'already held',
  rejected: 'rejected',
  aside: 'set aside',
}
/** Names that were asked about and are shown. */
const SHOWN_ASKED = 10

/** What came of an import, in lines. */
export function reportText(report: ImportReport, left: FirstLeft): string {
  const { id, counts, names, outcome, seconds, mirrors, opened } = report
  const rate = seconds > 0 ? Math.round(counts.rows / seconds) : 0
  const took = `${seconds.toFixed(1)} s, ${number(rate)} rows a second`
  const lines = {
    there: [`${id} was there already, and nothing changed. What it brought when it was done:`],
    done: [`${id} is done: ${opened.says} (${took}).`],
    rejected: [
      `Nothing was taken: ${counted(counts.rejected, 'row')} rejected. Mend the rows, or leave them out with --on-error skip-row.`,
      ...left.lines().map((line) => `  ${line}`),
    ],
  }[outcome]
  const resumed = report.resumed ? ['It went on with what an import that was broken off had brought.'] : []
  const paired =
    mirrors === null ? [] : [`${number(mirrors)} rows are the second of a meeting that is coded from both sides.`]
  const skipped = outcome === 'done' && counts.rejected > 0 ? left.lines().map((line) => `  ${line}`) : []
  const undo = outcome === 'done' ? [`To take it out again: entente undo ${id}`] : []
  return text([
    ...lines,
    ...resumed,
    ...opened.mends,
    ...report.notes,
    ...countLines(counts),
    ...skipped,
    ...paired,
    ...(names ? nameLines(names) : []),
    ...undo,
  ])
}

/** What an import would bring, in lines. */
export function planText(plan: Preview, left: FirstLeft): string {
  const { opened, collection, asks, counts, kinds, names, notes } = plan
  const kindLines = kinds.map(({ kind, events }) => `  ${kind.toLowerCase().padEnd(12)} ${number(events).padStart(11)}`)
  return text([
    `${opened.says}. It would go into ${collection.id}: ${collection.title}. Nothing was written.`,
    ...asks,
    ...opened.mends,
    ...notes,
    ...(asks.length > 0 ? [] : [...countLines(counts), ...kindLines, ...nameLines(names)]),
    ...left.lines().map((line) => `  ${line}`),
  ])
}

/** `45,995 rows = 45,990 new events + …`, then the reasons. */
export function countLines(counts: ImportCounts): readonly string[] {
  const { rows, events, made, held, rejected, aside, used } = counts
  const sum = `${number(rows)} rows = ${number(events)} new events + ${number(held)} already held + ${number(rejected)} rejected + ${number(aside)} set aside`
  const all =
    used > 0 || made > 0 ? `${sum} + ${number(used)} used for ${number(made)} events that rows together tell` : sum
  const width = Math.max(0, ...counts.reasons.map((each) => number(each.rows).length))
  const reasons = counts.reasons.map(
    (each) => `  ${number(each.rows).padStart(width)}  ${OUTCOMES[each.outcome].padEnd(12)}  ${each.reason}`,
  )
  return [all, ...reasons]
}

function nameLines({ known, new: fresh, asked }: NameReport): readonly string[] {
  const line = `Names: ${inWords(known)} understood, ${inWords(fresh)} new, ${inWords(asked)} that may mean several${asked.names > 0 ? ':' : '.'}`
  const shown = asked.examples.slice(0, SHOWN_ASKED).map(({ name, candidates }) => {
    const whom = candidates.map((each) => `${each.id} (${each.name})`).join(', ')
    return `  ${name}: ${whom}`
  })
  const more = asked.names > shown.length ? [`  and ${number(asked.names - shown.length)} more`] : []
  const how = asked.names > 0 ? ['Until --names says whom they mean, each is an actor of its own.'] : []
  return [line, ...shown, ...more, ...how]
}

function inWords({ names, uses }: NameCount): string {
  return `${number(names)} (${number(uses)} uses)`
}

function number(value: number): string {
  return value.toLocaleString('en')
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}
