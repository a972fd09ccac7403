import { atom } from 'nanostores'
import { ASK_SEARCH } from '../../api/documents/search.ts'
import type { AskMatchFragment, EventFilter } from '../../api/generated/graphql.ts'
import { request } from '../../api/request.ts'
import { latest, type Loaded } from '../loaded.ts'
import { Loader } from '../loader.ts'
import type { Match } from './match.ts'

/** What was found for each text that was looked for. */
export type Found = ReadonlyMap<string, readonly Match[]>

export const $found = atom<Loaded<Found>>({ state: 'idle' })
const loader = new Loader($found)
const MOST = 4

let under = ''

/**
 * Looks for those of the texts that were not looked for yet, up to four at once; what was asked before and is not answered is dropped.
 * @param filter of the ties that are counted with each actor; with another one everything is looked for anew
 */
export function lookFor(texts: readonly string[], filter: EventFilter): void {
  const now = JSON.stringify(filter)
  if (now !== under) loader.clear()
  under = now
  const found = latest($found.get()) ?? new Map<string, readonly Match[]>()
  const missing = [...new Set(texts)].filter((text) => text !== '' && !found.has(text)).slice(0, MOST)
  if (missing.length === 0) return
  const [a = '', b = '', c = '', d = ''] = missing.map((text) => text.slice(0, 200))
  loader.load(JSON.stringify([now, missing]), async (signal) => {
    const data = await request(ASK_SEARCH, { a, b, c, d, filter }, signal)
    const answers = [data.a, data.b, data.c, data.d].map((matches) => matches.map(toMatch))
    return new Map([...found, ...missing.map((text, place) => [text, answers[place] ?? []] as const)])
  })
}

/** Lets what could not be looked for be looked for again. */
export function forgiveFinding(): void {
  loader.forgive()
}

export function forgetFound(): void {
  loader.clear()
}

function toMatch({ actor: { ties, ...actor }, matched }: AskMatchFragment): Match {
  return { actor, matched, ties: ties.total }
}
