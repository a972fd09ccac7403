import { AFTER_ALL, BEFORE_ALL } from '../domain/days.ts'
import type { CodedRecord, EventRecord, EvidenceRecord } from '../domain/records.ts'
import type { Row, Source } from '../domain/snapshot.ts'
import type { View } from '../domain/view.ts'
import type { RequestContext } from './context.ts'
import { evidenceId } from './evidence-id.ts'
import type { AffiliationModel, EvidenceModel } from './models.ts'

/** Evidence of some events as known on the day of the view, event by event in the order given; one statement. */
export async function evidenceOfEvents(
  context: RequestContext,
  view: View,
  rows: readonly Row[],
): Promise<{ readonly row: Row; readonly evidence: readonly EvidenceModel[] }[]> {
  const { events } = view.snapshot
  const details = await Promise.all(rows.map((row) => context.eventDetails.load(events.id.get(row))))
  return rows.map((row, at) => {
    const event = details[at]
    const evidence = event ? toModels(view, event.id, event.evidence) : []
    return { row, evidence: event?.coded && event.evidence.length === 0 ? derived(view, event) : evidence }
  })
}

/** Evidence of an affiliation as known on the day; none for background. */
export async function evidenceOfAffiliation(
  context: RequestContext,
  { view, affiliation }: AffiliationModel,
): Promise<readonly EvidenceModel[]> {
  if (affiliation.lastWord === BEFORE_ALL) return []
  const record = await context.affiliationDetails.load(affiliation.id)
  return record ? toModels(view, record.id, record.evidence) : []
}

/** Scope, summary and the words of the evidence that was known on the day. */
export function knownWords(view: View, event: EventRecord): string {
  const said = event.evidence.filter((each) => knownSource(view, each)).flatMap((each) => [each.quote, each.paraphrase])
  return [event.scope, event.summary, ...said].filter((each) => each !== null).join(' ')
}

function toModels(view: View, of: string, evidence: readonly EvidenceRecord[]): readonly EvidenceModel[] {
  return evidence.flatMap((record) => {
    const source = knownSource(view, record)
    return source ? [{ view, id: evidenceId(of, record.id), source, record }] : []
  })
}

/** Where evidence stands, if it was known. A source without a date never was: its evidence counts nowhere, and is not shown. */
function knownSource(view: View, evidence: Pick<EvidenceRecord, 'source'>): Source | null {
  const source = view.snapshot.sources[view.snapshot.sourceIndex.get(evidence.source) ?? -1]
  return source && (source.published ?? AFTER_ALL) <= view.knownOn ? source : null
}

/** A row of a data set rests on the data set: on its source of the row's publisher, else on its only source. */
function derived(view: View, event: EventRecord): readonly EvidenceModel[] {
  const source = sourceOfDataSet(view, event)
  if (!source) return []
  return [
    {
      view,
      id: evidenceId(event.id, 'coded'),
      source,
      record: {
        relayedFrom: null,
        speaker: null,
        quote: null,
        paraphrase: event.coded && asCoded(event.coded),
        locator: event.coded?.locator ?? event.coded?.code ?? null,
        stance: 'ASSERTS',
        about: 'ACT',
      },
    },
  ]
}

/** The row in the words that it has: names as they stand there, code and value. */
function asCoded({ actorName, targetName, system, code, goldstein }: CodedRecord): string {
  const value = goldstein === null ? '' : `, Goldstein ${goldstein}`
  return `“${actorName}” toward “${targetName}”, coded as ${system} ${code}${value}.`
}

function sourceOfDataSet(view: View, event: EventRecord): Source | null {
  const collection = view.snapshot.collectionIndex.get(event.collection)
  const sources = view.snapshot.sources.filter((each) => each.collection === collection)
  const publisher = event.coded?.publisher ?? null
  const named = publisher === null ? undefined : sources.find((each) => each.publisher === publisher)
  return named ?? (sources.length === 1 ? (sources[0] ?? null) : null)
}
