import type { EvidenceRecord } from '../../../domain/records.ts'
import { ABOUTS, codeOf, STANCES } from '../../../domain/words.ts'
import { demand } from '../../differing.ts'
import type { EvidenceParams } from '../queries/evidence.ts'
import { sourceRefs } from '../queries/sources.ts'
import { refsOf, type Work } from './work.ts'

/** Keys of all sources that some records' evidence names. */
export function sourcesNamed(
  work: Work,
  records: readonly { readonly record: { readonly evidence: readonly EvidenceRecord[] } }[],
): Map<string, number> {
  const ids = new Set<string>()
  for (const { record } of records) {
    for (const { source, relayedFrom } of record.evidence) {
      ids.add(source)
      if (relayedFrom !== null) ids.add(relayedFrom)
    }
  }
  return ids.size === 0 ? new Map() : refsOf(work.db, sourceRefs, ids)
}

/** @param label the record that it stands on, such as `event x/1`. @throws DanglingReferenceError */
export function toEvidenceParams(
  evidence: EvidenceRecord,
  n: number,
  label: string,
  sources: ReadonlyMap<string, number>,
): EvidenceParams {
  return {
    n,
    id: evidence.id,
    source: demand(sources, label, 'source', evidence.source),
    relayedFrom: evidence.relayedFrom === null ? null : demand(sources, label, 'source', evidence.relayedFrom),
    speaker: evidence.speaker,
    quote: evidence.quote,
    paraphrase: evidence.paraphrase,
    locator: evidence.locator,
    stance: codeOf(STANCES, evidence.stance),
    about: codeOf(ABOUTS, evidence.about),
  }
}
