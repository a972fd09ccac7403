import type { EvidenceRecord } from '../../../domain/records.ts'
import { demand } from '../../differing.ts'
import type { EvidenceParams } from '../queries/evidence.ts'
import { sourceIds } from '../queries/sources.ts'
import { present, type Work } from './work.ts'

interface WithEvidence {
  readonly id: string
  readonly evidence: readonly EvidenceRecord[]
}

/**
 * The evidence of some records as parameters. @param kind what they are, for the error.
 * @throws DanglingReferenceError
 */
export async function toEvidenceParams(
  work: Work,
  kind: 'event' | 'affiliation',
  records: readonly WithEvidence[],
): Promise<EvidenceParams[]> {
  const named = new Set<string>()
  for (const { evidence } of records) {
    for (const { source, relayedFrom } of evidence) {
      named.add(source)
      if (relayedFrom !== null) named.add(relayedFrom)
    }
  }
  if (named.size === 0) return []
  const sources = await present(work.transaction, sourceIds, named)
  return records.flatMap(({ id, evidence }) =>
    evidence.map((each, n) => {
      demand(sources, `${kind} ${id}`, 'source', each.source)
      if (each.relayedFrom !== null) demand(sources, `${kind} ${id}`, 'source', each.relayedFrom)
      return { ...each, of: id, n }
    }),
  )
}
