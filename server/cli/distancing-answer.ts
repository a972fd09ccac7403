/** The answer to DISTANCING_DOCUMENT, as far as the readable text needs it. */
export interface AnswerData {
  readonly sentence: string
  readonly asKnownOn: string | null
  readonly since: string | null
  readonly until: string | null
  readonly level: string
  readonly include: readonly string[]
  readonly total: number
  readonly truncated: boolean
  readonly endCursor: string | null
  readonly rows: readonly RowData[]
  readonly internal: readonly ActData[]
  readonly switches: readonly { readonly rule: string; readonly rows: number; readonly acts: number }[]
}

export interface RowData {
  readonly who: NamedData
  readonly fromWhom: NamedData
  readonly strength: number
  readonly lag: { readonly min: number; readonly max: number | null } | null
  readonly originCount: number
  readonly restored: RestoredData | null
  readonly acts: readonly ActData[]
  readonly continues: ContextData
  readonly before: ContextData
  readonly meanwhile: ContextData
}

export interface EpisodeData {
  readonly actor: NamedData
  readonly target: NamedData
  readonly kind: string
  readonly subtype: string
  readonly scope: string | null
  readonly stage: string
  readonly status: string
  readonly first: DaysData
  readonly last: DaysData
  readonly originCount: number
  readonly disputed: boolean
  readonly eventCount: number
  readonly events: { readonly nodes: readonly EventData[] }
}

export interface ActData extends EpisodeData {
  readonly admittedBy: string
  readonly answered: boolean
  readonly restored: RestoredData
  readonly sentence: string
  readonly events: { readonly nodes: readonly (EventData & { readonly evidence: readonly EvidenceData[] })[] }
}

interface EventData {
  readonly occurred: { readonly edtf: string }
}

interface EvidenceData {
  readonly source: SourceData
  readonly relayedFrom: SourceData | null
  readonly speaker: string | null
  readonly quote: string | null
  readonly paraphrase: string | null
  readonly stance: 'ASSERTS' | 'DENIES' | 'NO_COMMENT'
  readonly about: string
}

interface SourceData {
  readonly id: string
  readonly publisher: string
  readonly published: string | null
  readonly url: string | null
}

interface ContextData {
  readonly items: readonly EpisodeData[]
  readonly total: number
}

interface NamedData {
  readonly id: string
  readonly name: string
}

interface DaysData {
  readonly earliest: string | null
  readonly latest: string | null
}

interface RestoredData {
  readonly known: boolean
  readonly on: string | null
}
