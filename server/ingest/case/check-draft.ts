import { checkAffiliations } from './check-affiliations.ts'
import { checkEvents } from './check-events.ts'
import { checkIds } from './check-ids.ts'
import { checkLinks } from './check-links.ts'
import { checkQuestions } from './check-questions.ts'
import { checkReferences } from './check-references.ts'
import type { Draft } from './draft.ts'
import { ReferenceCheck, toKnown } from './known.ts'
import type { Problems } from './problem.ts'

/** Every rule of a case that is about more than the form of one value. Where it was written does not matter. */
export function checkDraft(draft: Draft, problems: Problems): void {
  const known = toKnown(draft)
  checkIds(draft, problems)
  checkReferences(draft, new ReferenceCheck(draft, known, problems), problems)
  checkAffiliations(draft, problems)
  checkEvents(draft, known, problems)
  checkLinks(draft, known, problems)
  checkQuestions(draft, problems)
}
