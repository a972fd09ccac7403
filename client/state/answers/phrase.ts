import type { ActorName } from '../types.ts'
import type { View } from '../view/view.ts'
import { dayWords } from '../words/dates.ts'
import type { Asking } from './asking.ts'

/** A piece of the question as it stands above its answer: words, or a slot that can be changed. */
export type Part =
  | { readonly what: 'words'; readonly text: string; readonly strong?: true }
  | ActorPart
  | { readonly what: 'scope'; readonly label: string; readonly text: string; readonly empty: boolean }
  | { readonly what: 'window'; readonly label: string; readonly text: string; readonly empty: boolean }
  | { readonly what: 'day'; readonly label: string; readonly text: string; readonly empty: boolean }

/** A slot for an actor. */
export interface ActorPart {
  readonly what: 'by' | 'toward'
  readonly label: string
  readonly text: string
  readonly actor: ActorName | null
  /** Nobody stands in it. */
  readonly empty: boolean
  /** It may stay empty, and is then said so. */
  readonly any: string | null
}

type Asked = Pick<Asking, 'kind' | 'by' | 'toward' | 'scope'>

/** The question with its slots. @param asKnownOn the day that is in force */
export function toPhrase(
  asked: Asked,
  view: Pick<View, 'window' | 'clock'>,
  asKnownOn: string | null,
): readonly Part[] {
  const { kind, by, toward } = asked
  const who = (any: string | null) => actorPart('by', 'Who', by, any)
  const whom = (any: string | null) => actorPart('toward', 'Whom', toward, any)
  const when = [words(view.clock === 'KNOWN' ? 'became known' : 'happened'), windowPart(view, asKnownOn)]
  const scope = [words('in'), scopePart(asked.scope)]
  switch (kind) {
    case 'DISTANCING':
      return by
        ? [words('Did'), who('anyone'), strong('distance themselves from'), whom('anyone'), ...scope, ...when]
        : [who('Who'), strong('distanced themselves from'), whom('anyone'), ...scope, ...when]
    case 'MOVED_FIRST':
      return [words('Who'), strong('moved first'), words('against'), whom('anyone'), ...scope, ...when]
    case 'COOPERATION':
      return [words('Does'), who(null), strong('still cooperate'), words('with'), whom(null), ...scope, ...when]
    case 'CONDEMNATION':
      return [
        who('Who'),
        strong('condemned'),
        whom('anyone'),
        words('in which words, in'),
        scopePart(asked.scope),
        ...when,
      ]
    case 'KNOWN_ON':
      return [words('What was'), strong('known on'), dayPart(asKnownOn), ...when]
    case 'SINGLE_ORIGIN':
      return [words('Which claims'), strong('rest on a single origin'), ...scope, ...when]
    case 'CONNECTION':
      return [words('How is'), who(null), strong('connected to'), whom(null), words('through what'), ...when]
  }
}

function words(text: string): Part {
  return { what: 'words', text }
}

function strong(text: string): Part {
  return { what: 'words', text, strong: true }
}

function actorPart(what: 'by' | 'toward', label: string, actor: ActorName | null, any: string | null): ActorPart {
  return { what, label, actor, any, text: actor?.name ?? any ?? 'choose an actor', empty: actor === null }
}

function scopePart(scope: string | null): Part {
  return { what: 'scope', label: 'Scope', text: scope ?? 'any scope', empty: scope === null }
}

function dayPart(day: string | null): Part {
  return { what: 'day', label: 'As known on', text: day === null ? 'no day yet' : dayWords(day), empty: day === null }
}

function windowPart({ window, clock }: Pick<View, 'window' | 'clock'>, asKnownOn: string | null): Part {
  const label = clock === 'KNOWN' ? 'Became known' : 'Happened'
  return { what: 'window', label, text: windowWords(window, asKnownOn), empty: window === null }
}

/** `any time to 11 Nov 2025`, `1 Sep to 11 Oct 2025`, `since 1 Sep 2025`, `until 11 Oct 2025` */
export function windowWords(window: View['window'], asKnownOn: string | null): string {
  const { since = null, until = null } = window ?? {}
  if (since !== null && until !== null) return `${dayWords(since)} to ${dayWords(until)}`
  if (since !== null) return `since ${dayWords(since)}`
  if (until !== null) return `until ${dayWords(until)}`
  return asKnownOn === null ? 'any time' : `any time to ${dayWords(asKnownOn)}`
}
