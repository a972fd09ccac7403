import type { Ask } from '../view/ask.ts'
import { PLAIN, type AnswerBody } from './answer.ts'
import type { Asking } from './asking.ts'

/** A slot that holds an actor. */
export type ActorSlot = 'by' | 'toward'

/** The slots that a question cannot be answered without, and that are empty: a pair has two ends. */
export function emptySlots({ kind, by, toward }: Pick<Asking | Ask, 'kind' | 'by' | 'toward'>): readonly ActorSlot[] {
  if (kind !== 'COOPERATION' && kind !== 'CONNECTION') return []
  return [...(by === null ? (['by'] as const) : []), ...(toward === null ? (['toward'] as const) : [])]
}

/** Asks for what is missing, in place of an answer. */
export function toWantingAnswer(question: Asking, asKnownOn: string | null): AnswerBody {
  return {
    ...PLAIN,
    question: question.id,
    kind: question.kind,
    sentence: sentence(question),
    notes: [],
    main: { title: 'No rows yet', columns: [], rows: [] },
    citations: [],
    highlight: { events: new Set(), affiliations: new Set(), actors: new Set(askedActors(question)) },
    asKnownOn,
  }
}

function sentence(question: Asking): string {
  const { kind, by, toward } = question
  const cooperation = kind === 'COOPERATION'
  if (!by && !toward) {
    return cooperation
      ? 'Choose who is asked about, and with whom they cooperate.'
      : 'Choose two actors to see how they are connected.'
  }
  if (by) {
    return cooperation
      ? `Choose with whom ${by.nameInSentence} may cooperate.`
      : `Choose to whom ${by.nameInSentence} may be connected.`
  }
  return cooperation
    ? `Choose who may cooperate with ${toward?.nameInSentence}.`
    : `Choose who may be connected to ${toward?.nameInSentence}.`
}

/** Ids of those who are asked about. */
export function askedActors({ by, toward }: Pick<Asking, 'by' | 'toward'>): readonly string[] {
  return [by, toward].flatMap((actor) => (actor ? [actor.id] : []))
}
