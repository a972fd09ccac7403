import type { CollectionContents } from '../../domain/records.ts'
import { checkDraft } from './check-draft.ts'
import type { Draft } from './draft.ts'
import { fromContents } from './from-contents.ts'
import { Problems, type Problem } from './problem.ts'

/**
 * What the rules of case files find wrong in a case as it would become and not in it as it is.
 * @param problems those of form that were found while `after` was read; all of them are new.
 */
export function newFaults(
  before: CollectionContents | null,
  after: Draft,
  problems = new Problems(),
): readonly Problem[] {
  checkDraft(after, problems)
  const found = problems.sorted()
  if (found.length === 0 || !before) return found
  const old = new Problems()
  checkDraft(fromContents(before, after.terms), old)
  const known = new Set(old.sorted().map(identify))
  return found.filter((problem) => !known.has(identify(problem)))
}

function identify({ file, says }: Problem): string {
  return `${file} ${says}`
}
