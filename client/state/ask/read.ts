import { readDay } from '../time/read-day.ts'
import { chipOf, fits, type Chip, type Draft, type Value } from './draft.ts'
import { PATTERNS, type Pattern, type SlotPart, type WordsPart } from './patterns.ts'

/** One way to understand what stands and what is typed: chips for the parts that are passed, and what is typed of the part `at`. */
export interface Reading {
  readonly pattern: Pattern
  readonly chips: readonly Chip[]
  readonly at: number
  /** Typed in the part `at`: into its slot, or the beginning of its words. */
  readonly text: string
  /** Where `text` begins in what was typed. */
  readonly from: number
  /** How many chips hold whatever is typed next: a slot whose end is only guessed is none of them. */
  readonly sure: number
}

interface Word {
  readonly plain: string
  readonly start: number
  readonly end: number
}

interface Rest {
  readonly chips: readonly Chip[]
  readonly at: number
  readonly from: number
  readonly guessed?: true
}

/** Every way to understand a draft, those that account for most parts first. Empty: it is no question. */
export function read(draft: Draft, patterns: readonly Pattern[] = PATTERNS): readonly Reading[] {
  const words = toWords(draft.text)
  const candidates = draft.pattern
    ? [draft.pattern]
    : patterns.filter(({ parts }) => draft.chips.every((chip, place) => fits(chip, parts[place])))
  if (words.length === 0 && draft.chips.length === 0) return []
  const readings = candidates.flatMap((pattern) =>
    match(pattern, draft.chips.length, words, draft.text).map(({ chips, at, from, guessed }) => ({
      pattern,
      chips: [...draft.chips, ...chips],
      at,
      from,
      text: said(draft.text.slice(from)),
      sure: guessed ? at - 1 : at,
    })),
  )
  return readings.toSorted((a, b) => b.sure - a.sure || a.at - b.at)
}

/** Ways in which words fill the parts of a pattern from one on. */
function match(pattern: Pattern, at: number, words: readonly Word[], typed: string): readonly Rest[] {
  const part = pattern.parts[at]
  const [first] = words
  if (!first) return [{ chips: [], at, from: typed.length }]
  if (!part) return []
  return part.what === 'words'
    ? matchWords(pattern, part, at, words, typed)
    : matchSlot(pattern, part, at, words, typed)
}

function matchWords(
  pattern: Pattern,
  part: WordsPart,
  at: number,
  words: readonly Word[],
  typed: string,
): readonly Rest[] {
  const taken = wordsTaken(part, words)
  if (taken > 0) return passed(chipOf(part), match(pattern, at + 1, words.slice(taken), typed))
  const begun: readonly Rest[] = isBegun(part, words) ? [{ chips: [], at, from: words[0]?.start ?? 0 }] : []
  if (begun.length > 0 || !part.loose) return begun
  return passed(chipOf(part), match(pattern, at + 1, words, typed))
}

/** The slot ends where the words that follow it stand, or it holds everything that is typed. */
function matchSlot(
  pattern: Pattern,
  part: SlotPart,
  at: number,
  words: readonly Word[],
  typed: string,
): readonly Rest[] {
  const whole: Rest = { chips: [], at, from: words[0]?.start ?? 0 }
  const next = pattern.parts[at + 1]
  if (next?.what !== 'words') return [whole]
  const upTo = (place: number) => slotChip(part, typed.slice(words[0]?.start, words[place - 1]?.end ?? words[0]?.start))
  for (let place = 0; place < words.length; place++) {
    const rest = words.slice(place)
    const taken = wordsTaken(next, rest)
    if (taken === 0) continue
    return passed(upTo(place), passed(chipOf(next), match(pattern, at + 2, rest.slice(taken), typed)))
  }
  // The words that follow may be on their way: `canada still coo`.
  const place = words.findIndex((_, index) => index > 0 && isBegun(next, words.slice(index)))
  if (place < 0) return [whole]
  return [whole, ...passed(upTo(place), [{ chips: [], at: at + 1, from: words[place]?.start ?? 0, guessed: true }])]
}

function passed(chip: Chip, rests: readonly Rest[]): readonly Rest[] {
  return rests.map((rest) => ({ ...rest, chips: [chip, ...rest.chips] }))
}

/** How many words say the part whole; 0: they do not. */
function wordsTaken({ say }: WordsPart, words: readonly Word[]): number {
  const lengths = say.map((each) => {
    const said = each.split(' ')
    return said.every((word, place) => words[place]?.plain === word) ? said.length : 0
  })
  return Math.max(...lengths)
}

/** Whether all the words are the beginning of the part. */
function isBegun({ say }: WordsPart, words: readonly Word[]): boolean {
  const typed = words.map(({ plain }) => plain).join(' ')
  return typed !== '' && say.some((each) => each !== typed && each.startsWith(typed))
}

const ANY = /^(?:whom|anyone|anybody|any|any scope|anything|everyone|\.{3}|…)$/i

/** A slot with what was typed in it; nothing, and what says that it may be anything, leaves it empty. */
function slotChip({ slot, empty }: SlotPart, typed: string): Chip {
  const text = said(typed)
  return { what: 'slot', slot, empty, value: text === '' || ANY.test(text) ? null : typedValue(slot, text) }
}

function typedValue(slot: SlotPart['slot'], text: string): Value {
  if (slot === 'scope') return { what: 'scope', text }
  const day = slot === 'by' || slot === 'toward' ? null : readDay(text)
  return day === null ? { what: 'typed', text } : { what: 'day', day }
}

function toWords(typed: string): readonly Word[] {
  return [...typed.matchAll(/\S+/gu)].flatMap(({ 0: raw, index }) => {
    const plain = raw.toLowerCase().replace(/^[,;:?!]+|[,;:?!]+$/gu, '')
    return plain === '' ? [] : [{ plain, start: index, end: index + raw.length }]
  })
}

/** Without what only ends a sentence. */
function said(typed: string): string {
  return typed.replace(/[\s,;:?!]+$/u, '').trim()
}
