import type { ActorName, Question } from '../types.ts'
import { askOf, isSameAsk, type Ask, type AskKind } from '../view/ask.ts'
import { longDayWords } from '../words/months.ts'

/** A question as it is asked: its slots with the names of those in them. */
export interface Asking {
  /** Of the prepared question, else made of the slots. */
  readonly id: string
  readonly kind: AskKind
  readonly text: string
  readonly toward: ActorName | null
  readonly by: ActorName | null
  readonly scope: string | null
  /** Days that the prepared question names. */
  readonly dates: readonly string[]
}

/**
 * @param questions those that the curators of the collection prepared @param days that are compared; the last is in force
 * @returns null where nothing is asked; `missing` where a slot holds an actor that no name is known of
 */
export function toAsking(
  ask: Ask | null,
  questions: readonly Question[],
  names: ReadonlyMap<string, ActorName>,
  [compare, asKnownOn]: readonly [compare: string | null, asKnownOn: string | null] = [null, null],
): Asking | 'missing' | null {
  if (!ask) return null
  const [prepared] = questions
    .filter((question) => isSameAsk(askOf(question), ask) && isOfDays(question, [compare, asKnownOn]))
    .sort((a, b) => b.dates.length - a.dates.length)
  const toward = ask.toward === null ? null : names.get(ask.toward)
  const by = ask.by === null ? null : names.get(ask.by)
  if (toward === undefined || by === undefined) return 'missing'
  return {
    id: prepared?.id ?? [ask.kind, ask.by, ask.toward, ask.scope].join(' '),
    kind: ask.kind,
    text: prepared?.text ?? askText(ask, by, toward, asKnownOn),
    toward,
    by,
    scope: ask.scope,
    dates: prepared?.dates ?? [],
  }
}

/** The question as a sentence. */
function askText(
  { kind, scope }: Pick<Ask, 'kind' | 'scope'>,
  by: ActorName | null,
  toward: ActorName | null,
  asKnownOn: string | null,
): string {
  const who = by?.nameInSentence ?? 'anyone'
  const whom = toward?.nameInSentence ?? 'anyone'
  const about = scope === null ? '' : `, in ${scope}`
  switch (kind) {
    case 'DISTANCING':
      return by
        ? `Did ${who} distance themselves from ${whom}${about}?`
        : `Who distanced themselves from ${whom}${about}?`
    case 'COOPERATION':
      return `Does ${who} still cooperate with ${whom}${about}?`
    case 'CONDEMNATION':
      return `${by ? `Whom did ${who} condemn` : toward ? `Who condemned ${whom}` : 'Who condemned whom'}, and in which words?`
    case 'KNOWN_ON':
      return asKnownOn === null ? 'What was known?' : `What was known on ${longDayWords(asKnownOn)}?`
    case 'SINGLE_ORIGIN':
      return 'Which claims rest on a single origin?'
    case 'CONNECTION':
      return `How is ${who} connected to ${whom}?`
    case 'MOVED_FIRST':
      return toward ? `Who moved first against ${whom}, who followed?` : 'Who moved first, who followed?'
  }
}

/** A prepared question that names days is asked only while they are set; then it comes before one that names fewer. */
function isOfDays({ dates }: Pick<Question, 'dates'>, days: readonly (string | null)[]): boolean {
  return dates.every((date) => days.includes(date))
}
