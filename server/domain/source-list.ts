import { AFTER_ALL, type Day } from './days.ts'
import { ascending, pageOf, type Page } from './page.ts'
import { matchesWords } from './search.ts'
import type { Source } from './snapshot.ts'
import type { Reliability } from './words.ts'

/** SourceFilter in the domain's terms. What is left out, and an empty list, does not narrow. */
export interface SourceCriteria {
  /** Indexes of collections. */
  readonly collections?: readonly number[]
  readonly reliabilities?: readonly Reliability[]
  /** With this or the next, sources without a date are left out. */
  readonly publishedSince?: Day
  readonly publishedUntil?: Day
  /** Every word begins a word of publisher or title. */
  readonly text?: string
}

const BY_DATE = ascending<Source>('sources', ['number', 'string', 'string'], (source) => [
  source.published ?? AFTER_ALL,
  source.publisher,
  source.id,
])

/** Sources that meet the criteria, in the order given. */
export function selectSources(sources: readonly Source[], criteria: SourceCriteria): Source[] {
  const { collections = [], reliabilities = [], publishedSince, publishedUntil, text } = criteria
  return sources.filter(
    (source) =>
      (collections.length === 0 || collections.includes(source.collection)) &&
      (reliabilities.length === 0 || reliabilities.includes(source.reliability)) &&
      (publishedSince === undefined || (source.published !== null && source.published >= publishedSince)) &&
      (publishedUntil === undefined || (source.published !== null && source.published <= publishedUntil)) &&
      (text === undefined || matchesWords(text, `${source.publisher} ${source.title ?? ''}`)),
  )
}

/**
 * A page of sources by published date (those without one last), publisher, id.
 * @param sources in any order. @param after null: from the beginning.
 * @throws CursorError
 */
export function pageOfSources(sources: Iterable<Source>, first: number, after: string | null): Page<Source> {
  return pageOf(sources, BY_DATE, first, after)
}
