import type { EvidenceCard } from '../types.ts'
import { dayWords } from '../words/dates.ts'
import { originOf } from './evidence.ts'

interface Claim {
  readonly role?: string | null
  /** EDTF. */
  readonly since?: string | null
  readonly until?: string | null
  readonly reportedOn?: string | null
  readonly evidence: readonly EvidenceCard[]
}

/** As what, since when, until when, and for a claim who says so: `Commander, since 2024, Drop Site News, known 11 Nov 2025`. */
export function affiliationNote({ role, since, until, reportedOn, evidence }: Claim): string {
  const publishers = [...new Set(evidence.map((each) => originOf(each).publisher))]
  const parts = [
    role ?? '',
    since ? `since ${edtfWords(since)}` : '',
    until ? `until ${edtfWords(until)}` : '',
    ...(reportedOn ? [...publishers, `known ${dayWords(reportedOn)}`] : []),
  ]
  return parts.filter(Boolean).join(', ')
}

/** A day in words; whatever is less exact stands as it was written. */
function edtfWords(edtf: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(edtf) ? dayWords(edtf) : edtf
}
