import type { ActorName, EventKind } from '../types.ts'
import type { Chip, Draft } from './draft.ts'
import { valueText } from './draft.ts'
import type { Finished } from './finished.ts'
import { splitName } from './match.ts'
import type { Pattern } from './patterns.ts'

/** A piece of a line: `strong` is what was typed or what tells a pattern from the others. */
export interface Piece {
  readonly text: string
  readonly tone: 'quiet' | 'plain' | 'strong'
  /** What is heard in its place. */
  readonly heard?: string
}

export type Group = 'finish' | 'actors' | 'others'

/** A line of the list under the box. */
export interface Suggestion {
  readonly id: string
  readonly group: Group
  readonly pieces: readonly Piece[]
  /** As it is heard, without its place in the list. */
  readonly label: string
  readonly kind: EventKind | null
  readonly actor: ActorName | null
  /** It is drawn as a box, because others roll up to it. */
  readonly boxed: boolean
  /** Beside the name, quieter. */
  readonly note: string | null
  /** At the end of the line: how much there is. */
  readonly tail: string | null
  /** What `Enter` does. */
  readonly does:
    | { readonly what: 'ask'; readonly finished: Finished }
    | { readonly what: 'fill'; readonly draft: Draft }
    | { readonly what: 'open'; readonly actor: ActorName }
  /** What `Tab` makes of the box; null: nothing. */
  readonly fills: Draft | null
}

/** A question as a line. @param typed what was typed in the slot `at` */
export function questionLine(pattern: Pattern, chips: readonly Chip[], at: number | null, typed: string) {
  const pieces = chips.flatMap((chip, place): readonly Piece[] => {
    const space: Piece = { text: place === 0 ? '' : ' ', tone: 'quiet' }
    if (chip.what === 'words') return [space, { text: chip.text, tone: 'quiet' }]
    const text = valueText(chip.value)
    if (text === '') return [space, { text: '…', tone: 'quiet', heard: chip.empty }]
    if (place !== at) return [space, { text, tone: 'plain' }]
    const [before, middle, behind] = splitName(text, typed)
    return [space, { text: before, tone: 'plain' }, { text: middle, tone: 'strong' }, { text: behind, tone: 'plain' }]
  })
  const kind = chips.find((chip) => chip.what === 'words' && chip.kind !== undefined)
  return {
    pieces: pieces.filter(({ text }) => text !== ''),
    label: chips.map((chip) => (chip.what === 'words' ? chip.text : valueText(chip.value) || chip.empty)).join(' '),
    kind: kind?.what === 'words' ? (kind.kind ?? null) : null,
    id: `${pattern.id}:${JSON.stringify(chips.map((chip) => (chip.what === 'slot' ? chip.value : null)))}`,
  }
}

/** A pattern as a line: what stands between stars is strong. */
export function titlePieces(title: string): readonly Piece[] {
  return title
    .split('*')
    .map((text, place): Piece => ({ text, tone: place % 2 === 1 ? 'strong' : 'plain' }))
    .filter(({ text }) => text !== '')
}

export function titleWords(title: string): string {
  return title.replaceAll('*', '')
}
