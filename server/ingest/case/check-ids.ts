import type { Draft } from './draft.ts'
import { affiliationId, ID_PATTERN, LONGEST_ID } from './ids.ts'
import { defined } from './known.ts'
import type { EvidenceDraft } from './layout.ts'
import type { Place, Problems } from './problem.ts'

const ID = new RegExp(ID_PATTERN)

/** Ids are written in few characters and stand once, whatever their case. */
export function checkIds(draft: Draft, problems: Problems): void {
  const { places, terms } = draft
  if (draft.case) checkOne(draft.case, draft.case.id)
  checkUnique('actor', draft.actors ?? [], (actor) => actor.id)
  checkUnique('source', draft.sources ?? [], (source) => source.id)
  checkUnique('event', draft.events ?? [], (event) => event.id)
  checkUnique('question', defined(draft.case?.questions), (question) => question.id)
  checkUnique('affiliation', draft.affiliations ?? [], (each) => affiliationId(each), 'Give one of the two another id.')
  for (const owner of [...(draft.events ?? []), ...(draft.affiliations ?? [])]) {
    checkUnique('piece of evidence', defined(owner.evidence), (evidence: EvidenceDraft, index) =>
      evidence.id === null ? String(index + 1) : evidence.id,
    )
  }

  function checkUnique<T extends { readonly id: string | null | undefined }>(
    what: string,
    records: readonly T[],
    idOf: (record: T, index: number) => string | undefined,
    advice = 'Choose another.',
  ): void {
    const found = new Map<string, Place>()
    for (const [index, record] of records.entries()) {
      const id = idOf(record, index)
      if (id === undefined) continue
      const place = places.of(record, 'id')
      const other = found.get(id.toLowerCase())
      if (!other) {
        found.set(id.toLowerCase(), place)
        checkOne(record, record.id)
      } else {
        const cases = id === id.toLowerCase() ? '' : ' (capitals make no other id)'
        problems.add(place, `"${id}" is the id of another ${what}, ${terms.at(other)}${cases}. ${advice}`)
      }
    }
  }

  function checkOne(record: object, id: string | null | undefined): void {
    if (typeof id !== 'string' || (ID.test(id) && id.length <= LONGEST_ID)) return
    const fault =
      id.length > LONGEST_ID
        ? `is longer than ${LONGEST_ID} characters`
        : 'is not made of lower-case letters, digits and hyphens, a letter or digit first'
    const tidy = tidied(id)
    problems.add(
      places.of(record, 'id'),
      `"${id}" ${fault}. ${tidy ? `Write ${tidy}.` : 'Write an id such as uk-suspends.'}`,
    )
  }
}

/** The id in the characters that an id is written in; empty where nothing is left. */
export function tidied(id: string): string {
  const plain = id.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/g, '')
}
