import { folded } from '../answers/narrow.ts'
import type { ActorName } from '../types.ts'
import { fillIn, type Draft } from './draft.ts'
import { finish, type Finished } from './finished.ts'
import { finishQuestion, type Known } from './finish-question.ts'
import { splitName, type Match } from './match.ts'
import { PATTERNS, type Pattern, type Slot } from './patterns.ts'
import { read, type Reading } from './read.ts'
import { titlePieces, titleWords, type Suggestion } from './suggestion.ts'

/** What is told of lines beside what they say. */
export interface Told extends Known {
  /** How much there is, in words; null while it is not counted. */
  readonly tailOf: (finished: Finished) => string | null
  /** `state, 7 parts` */
  readonly noteOf: (match: Match) => string
  /** Whether others roll up to it: it is drawn as a box. */
  readonly hasParts: (match: Match) => boolean
  /** `10 ties` */
  readonly tiesOf: (match: Match) => string | null
  /** What a pattern is good for here: a count, or an example. */
  readonly exampleOf: (pattern: Pattern) => string | null
}

const MOST_ACTORS = 5
const ACTORS_BELOW = 3
const PATTERNS_BELOW = 4

/** The lines under the box, in the order of their groups. */
export function suggest(draft: Draft, told: Told): readonly Suggestion[] {
  const questions = finishQuestion(draft, told).map((each): Suggestion => {
    return each.does.what === 'ask' ? { ...each, tail: told.tailOf(each.does.finished) } : each
  })
  const actors = matchesOf(draft, told)
    .slice(0, questions.length > 0 ? ACTORS_BELOW : MOST_ACTORS)
    .map((match) => actorLine(match, draft, told))
  return [...questions, ...actors, ...patternLines(draft, questions, told)]
}

/** Texts that actors may be found by, the best first. */
export function searchedTexts(draft: Draft): readonly string[] {
  const said = draft.chips.every(({ what }) => what === 'words')
    ? draft.chips.map((chip) => (chip.what === 'words' ? chip.text : ''))
    : []
  const text = draft.text.trim()
  const whole = [...said, text].filter(Boolean).join(' ')
  const readings = read(draft)
  const texts = readings.flatMap((reading) => {
    const typed = reading.chips.flatMap((chip) =>
      chip.what === 'slot' && chip.value?.what === 'typed' ? chip.value.text : [],
    )
    return isForActor(slotOf(reading)) ? [reading.text, ...typed] : typed
  })
  const slot = readings[0] ? slotOf(readings[0]) : null
  const isDay = slot === 'day' || slot === 'otherDay'
  return [...new Set([...texts, ...(text === '' || isDay ? [] : [text, whole])])].filter(Boolean)
}

/** The slot that is typed in. */
function slotOf({ pattern, at }: Reading): Slot | null {
  const part = pattern.parts[at]
  return part?.what === 'slot' ? part.slot : null
}

function isForActor(slot: Slot | null): boolean {
  return slot === 'by' || slot === 'toward'
}

/** Words by which somebody near may be found where the whole finds nobody. */
export function nearTexts(draft: Draft): readonly string[] {
  const words = draft.text.split(/\s+/u).filter((word) => word.length > 2)
  return words.length > 1 ? words : []
}

/** Who is found by what is typed, and by its words where that finds nobody. */
export function matchesOf(draft: Draft, { matches }: Pick<Told, 'matches'>): readonly Match[] {
  if (draft.text.trim() === '') return []
  for (const text of searchedTexts(draft)) {
    const found = matches(text) ?? []
    if (found.length > 0) return found
  }
  return nearTexts(draft).flatMap((word) => (matches(word) ?? []).slice(0, 2))
}

function actorLine(match: Match, draft: Draft, told: Told): Suggestion {
  const { actor } = match
  const [before, middle, after] = splitName(actor.name, lastSaid(draft))
  const note = [match.matched === actor.name ? '' : `“${match.matched}”`, told.noteOf(match)].filter(Boolean).join(', ')
  return {
    id: `actor:${actor.id}`,
    group: 'actors',
    pieces: [
      { text: before, tone: 'plain' as const },
      { text: middle, tone: 'strong' as const },
      { text: after, tone: 'plain' as const },
    ].filter(({ text }) => text !== ''),
    label: `${actor.name}, ${note}`,
    kind: null,
    actor,
    boxed: told.hasParts(match),
    note,
    tail: told.tiesOf(match),
    does: { what: 'open', actor },
    fills: filledBy(draft, actor),
  }
}

/** The text of the slot that is typed in, else all of it. */
function lastSaid(draft: Draft): string {
  return read(draft)[0]?.text || draft.text
}

/** The question with the actor in the slot that is typed in. */
function filledBy(draft: Draft, actor: ActorName): Draft | null {
  const [reading] = read(draft)
  const part = reading?.pattern.parts[reading.at]
  if (!reading || part?.what !== 'slot' || (part.slot !== 'by' && part.slot !== 'toward')) return null
  const { slot, empty } = part
  const chips = [...reading.chips, { what: 'slot' as const, slot, empty, value: { what: 'actor' as const, actor } }]
  return fillIn(reading.pattern, [...chips, ...draft.after.slice(reading.at - draft.chips.length)], reading.at + 1)
}

/** Patterns that can be typed; where nothing is understood, those that share most words with what was typed come first. */
function patternLines(draft: Draft, questions: readonly Suggestion[], told: Told): readonly Suggestion[] {
  const readings = read(draft)
  const fresh = draft.chips.length === 0 && draft.text.trim() === ''
  const used = new Set(readings.map(({ pattern }) => pattern.id))
  const others = PATTERNS.filter(({ id }) => (questions.length === 0 ? true : !used.has(id)))
  const typed = readings.length === 0 ? folded(draft.text) : []
  const shared = ({ title }: Pattern) => {
    const own = folded(title)
    return typed.filter((word) => own.some((each) => each.length > 2 && each.startsWith(word))).length
  }
  return others
    .toSorted((a, b) => shared(b) - shared(a))
    .slice(0, fresh ? PATTERNS.length : PATTERNS_BELOW)
    .map((pattern): Suggestion => {
      const fills = fillIn(pattern, [])
      const finished = pattern.parts.some(({ what }) => what === 'slot') ? null : finish(pattern, fills.chips)
      return {
        id: `pattern:${pattern.id}`,
        group: 'others',
        pieces: titlePieces(pattern.title),
        label: titleWords(pattern.title),
        kind: null,
        actor: null,
        boxed: false,
        note: null,
        tail: told.exampleOf(pattern),
        does: finished ? { what: 'ask', finished } : { what: 'fill', draft: fills },
        fills,
      }
    })
}
