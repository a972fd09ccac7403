import type { QuestionKind } from '../../domain/words.ts'
import type { Draft } from './draft.ts'
import { defined } from './known.ts'
import type { Problems } from './problem.ts'

/** What a kind of question cannot be asked without. */
const NEEDS: Readonly<Partial<Record<QuestionKind, readonly ('by' | 'toward' | 'dates')[]>>> = {
  COOPERATION: ['by', 'toward'],
  CONNECTION: ['by', 'toward'],
  KNOWN_ON: ['dates'],
}

export function checkQuestions(draft: Draft, problems: Problems): void {
  for (const question of defined(draft.case?.questions)) {
    for (const field of (question.kind && NEEDS[question.kind]) ?? []) {
      const value = question[field]
      if (value === undefined || (value !== null && value.length > 0)) continue
      problems.add(
        draft.places.of(question, value === null ? 'kind' : field),
        `A question of kind ${question.kind} needs ${field}. Write ${field === 'dates' ? 'dates: [2025-11-11]' : `${field}: the id of an actor`}.`,
      )
    }
  }
}
