import { parseDay } from '../domain/days.ts'
import { DISTANCING_RULES, LEVELS } from '../domain/words.ts'
import type { StoreSettings } from './store-options.ts'
import { UsageError } from './usage-error.ts'

/** What `entente ask distancing` was given, as it stands on the command line. */
export interface AskSettings extends StoreSettings {
  readonly toward?: string
  readonly by?: string
  readonly since?: string
  readonly until?: string
  readonly asKnownOn?: string
  readonly include?: readonly string[]
  readonly level?: string
  readonly collection?: readonly string[]
  readonly first?: string
  readonly after?: string
  readonly json?: true
}

export type CheckedVariables = ReturnType<typeof checkedVariables>

/** What can be checked before the store is opened. Keys that are left out take the API's defaults. @throws UsageError */
export function checkedVariables({ since, until, asKnownOn, level, include, first, after }: AskSettings) {
  return {
    ...day('since', '--since', since),
    ...day('until', '--until', until),
    ...day('asKnownOn', '--as-known-on', asKnownOn),
    ...(level === undefined ? {} : { level: word('--level', LEVELS, level) }),
    ...(include === undefined ? {} : { include: words('--include', DISTANCING_RULES, include) }),
    ...(first === undefined ? {} : { first: wholeNumber('--first', first) }),
    ...(after === undefined ? {} : { after }),
  }
}

function day(name: string, option: string, text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {}
  if (parseDay(text) === null) throw new UsageError(`${option} is a day such as 2025-11-11; it is "${text}".`)
  return { [name]: text }
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`${option} is a whole number; it is "${text}".`)
  return Number(text)
}

function words<W extends string>(option: string, known: readonly W[], texts: readonly string[]): readonly W[] {
  return parts(texts).map((text) => word(option, known, text))
}

function word<W extends string>(option: string, known: readonly W[], text: string): W {
  const found = known.find((each) => each === text.toUpperCase())
  if (found === undefined) throw new UsageError(`${option} is one of ${known.join(', ')}; it is "${text}".`)
  return found
}

/** Words with commas or spaces between them. */
export function parts(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[\s,]+/)).filter((part) => part !== '')
}
