import { readDay } from '../time/read-day.ts'
import type { ActorName } from '../types.ts'
import { allChips, fillIn, type Chip, type Draft, type Value } from './draft.ts'
import { finish, type Finished } from './finished.ts'
import type { Match } from './match.ts'
import type { Part, SlotPart } from './patterns.ts'
import { read, type Reading } from './read.ts'
import { questionLine, type Suggestion } from './suggestion.ts'

/** What suggestions are made of. */
export interface Known {
  /** Actors that a text may mean, the best first; null while nobody has said yet. */
  readonly matches: (text: string) => readonly Match[] | null
  /** Actors that stand to reason where nothing was typed, those with most ties first. */
  readonly actors: readonly ActorName[]
  /** Scopes of acts of a pattern's kind. */
  readonly scopes: readonly string[]
  readonly days: readonly string[]
}

const MOST_OF_ONE = 3
const MOST = 4

/** Questions that what stands and what is typed may become. */
export function finishQuestion(draft: Draft, known: Known): readonly Suggestion[] {
  const found = read(draft)
    .flatMap((reading) => ofReading(draft, reading, known))
    .filter((each): each is Suggestion => each !== null)
  return [...new Map(found.map((each) => [each.id, each])).values()].slice(0, MOST)
}

function ofReading(draft: Draft, reading: Reading, known: Known): readonly (Suggestion | null)[] {
  const { pattern, at } = reading
  const part = pattern.parts[at]
  const chips = alignedChips(draft, reading).map((chip) => foundChip(chip, known))
  const line = (value: Value | null) => {
    const all = chips.map((chip, place) => (place === at && chip.what === 'slot' ? { ...chip, value } : chip))
    return question(reading, all, part?.what === 'slot' ? at + 1 : at, at)
  }
  if (!part || isPassed(part, reading)) return [question(reading, chips, at, null)]
  if (part.what === 'words') return [template(reading, chips)]
  const values = valuesOf(part, reading.text, chips, known)
  const open = !part.needed && reading.text === ''
  return [...(open ? [line(null)] : []), ...values.map(line)]
}

/** Words that may be left out, while nothing is typed, are as good as said. */
function isPassed(part: Part, { text }: Reading): boolean {
  return part.what === 'words' && part.loose === true && text === ''
}

function alignedChips(draft: Draft, { pattern, chips }: Reading): readonly Chip[] {
  const after = draft.pattern === pattern ? draft.after : []
  return allChips({ pattern, chips, text: '', after }, pattern)
}

/** What was only typed is the actor that it means best. */
function foundChip(chip: Chip, { matches }: Known): Chip {
  if (chip.what !== 'slot' || chip.value?.what !== 'typed') return chip
  const [match] = matches(chip.value.text) ?? []
  return match ? { ...chip, value: { what: 'actor', actor: match.actor } } : chip
}

function valuesOf({ slot }: SlotPart, text: string, chips: readonly Chip[], known: Known): readonly Value[] {
  switch (slot) {
    case 'by':
    case 'toward': {
      const others = new Set(chips.flatMap((chip) => (isActor(chip) ? [chip.value.actor.id] : [])))
      const actors = text === '' ? known.actors : (known.matches(text) ?? []).map(({ actor }) => actor)
      return actors
        .filter(({ id }) => !others.has(id))
        .slice(0, MOST_OF_ONE)
        .map((actor) => ({ what: 'actor', actor }))
    }
    case 'scope': {
      const typed = text.toLowerCase()
      const scopes = known.scopes.filter((scope) => scope.toLowerCase().includes(typed)).slice(0, MOST_OF_ONE)
      return (scopes.length === 0 && text !== '' ? [text] : scopes).map((each) => ({ what: 'scope', text: each }))
    }
    case 'day':
    case 'otherDay': {
      const day = text === '' ? null : readDay(text)
      const days = text === '' ? known.days : day === null ? [] : [day]
      return days.slice(0, MOST_OF_ONE).map((each) => ({ what: 'day', day: each }))
    }
  }
}

function isActor(chip: Chip): chip is Chip & { readonly value: { readonly what: 'actor'; readonly actor: ActorName } } {
  return chip.what === 'slot' && chip.value?.what === 'actor'
}

/** A question of which so much is known; where something is missing yet, it is filled in. */
function question(
  { pattern, text }: Reading,
  chips: readonly Chip[],
  from: number,
  at: number | null,
): Suggestion | null {
  if (chips.some((chip) => chip.what === 'slot' && chip.value?.what === 'typed')) return null
  const finished = finish(pattern, chips)
  const fills = fillIn(pattern, chips, from)
  if (!finished && fills.chips.length === chips.length) return null
  return lineOf(questionLine(pattern, chips, at, text), finished, fills)
}

/** A pattern whose words are on their way. */
function template({ pattern, at, text }: Reading, chips: readonly Chip[]): Suggestion {
  const fills = fillIn(pattern, chips, at)
  const finished = pattern.parts.some(({ what }) => what === 'slot') ? null : finish(pattern, chips)
  return lineOf(questionLine(pattern, chips, null, text), finished, fills)
}

/** A line that asks its question, or goes on with it. */
function lineOf(line: ReturnType<typeof questionLine>, finished: Finished | null, fills: Draft): Suggestion {
  return {
    ...line,
    group: 'finish',
    actor: null,
    boxed: false,
    note: null,
    tail: null,
    does: finished ? { what: 'ask', finished } : { what: 'fill', draft: fills },
    fills,
  }
}

/** A day in a slot, where it was typed and cannot be read. */
export function unreadDay(draft: Draft): string | null {
  const [reading] = read(draft)
  const part = reading?.pattern.parts[reading.at]
  if (!reading || part?.what !== 'slot' || (part.slot !== 'day' && part.slot !== 'otherDay')) return null
  return reading.text !== '' && readDay(reading.text) === null ? reading.text : null
}
