import { ID_PATTERN, LONGEST_ID } from '../case/ids.ts'
import type { KnownActor, NameAnswers, Resolved } from './names.ts'
import { newActor } from './new-actor.ts'
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

/** What was found, or who the answer names where the tables know several or nobody. What they know is not asked, so no answer changes it. */
export function withAnswer(found: Resolved, name: string, answers: NameAnswers): Resolved {
  const id = Object.hasOwn(answers, name) ? answers[name] : undefined
  if (id === undefined || found.how === 'known') return found
  return { how: 'known', actor: answeredActor(id, name, found.candidates), candidates: [] }
}

/** One of the candidates, somebody of the tables, or else somebody new under the name of the row. */
function answeredActor(id: string, name: string, candidates: readonly KnownActor[]): KnownActor {
  return candidates.find((candidate) => candidate.id === id) ?? BY_ID.get(id) ?? { ...newActor(name), id }
}
