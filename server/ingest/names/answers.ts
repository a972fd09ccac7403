import { ID_PATTERN, LONGEST_ID } from '../case/ids.ts'
import type { KnownActor, NameAnswers, Resolved } from './names.ts'
import { newActor } from './new-actor.ts'
import { inParentheses } from './parentheses.ts'
import { BY_ID } from './world.ts'

/** @throws RangeError where an answer is no id. */
export function checkAnswers(answers: NameAnswers): void {
  const id = new RegExp(ID_PATTERN)
  for (const [name, answer] of Object.entries(answers)) {
    if (answer.length > LONGEST_ID || !id.test(answer)) {
      throw new RangeError(
        `The answer for "${name}" is "${answer}": an id has lower-case letters, digits and hyphens, a letter or digit first, and at most ${LONGEST_ID} characters.`,
      )
    }
  }
}

/**
 * What was found, or who the answer names where the tables know several or nobody. What they know is not asked, so no answer changes it.
 * An answer for an owner is one for all its roles: with `Congo` answered, "Police (Congo)" is.
 */
export function withAnswer(found: Resolved, name: string, answers: NameAnswers): Resolved {
  if (found.how === 'known') return found
  const id = answerOf(name, answers)
  if (id !== undefined) return answered(answeredActor(id, name, found.candidates))
  const tail = inParentheses(name)?.tail
  const owner = tail === undefined ? undefined : answerOf(tail, answers)
  const role = found.candidates.find(({ affiliations }) => affiliations.some(({ to }) => to.id === owner))
  return role ? answered(role) : found
}

function answerOf(name: string, answers: NameAnswers): string | undefined {
  return Object.hasOwn(answers, name) ? answers[name] : undefined
}

function answered(actor: KnownActor): Resolved {
  return { how: 'known', actor, candidates: [] }
}

/** One of the candidates, somebody of the tables, or else somebody new under the name of the row. */
function answeredActor(id: string, name: string, candidates: readonly KnownActor[]): KnownActor {
  return candidates.find((candidate) => candidate.id === id) ?? BY_ID.get(id) ?? { ...newActor(name), id }
}
