import { atom } from 'nanostores'
import { hold } from './held.ts'

/** One thing that was said, told from the same words said again by its number. */
export interface Said {
  readonly turn: number
  readonly text: string
}

/** So many stay: a reader of the screen hears each once, when it comes. */
const KEPT = 4

/** What the polite live region of the page says, newest last. */
export const $said = atom<readonly Said[]>([])

let turn = 0

/** Says something to those who hear the page: what changed, in a sentence, once it stands on the screen. Nothing is said of nothing. */
export function say(text: string): void {
  if (text.trim() === '') return
  $said.set([...$said.get(), { turn: turn++, text }].slice(-KEPT))
}

hold({ clear: () => $said.set([]) })
