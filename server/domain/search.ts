import { compareCodePoints } from './code-points.ts'
import { editDistance } from './edit-distance.ts'
import { compareNames } from './names.ts'

/** Letters that Unicode does not decompose but that people type without their stroke or ligature. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'ng',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ς: 'σ',
}
const NOT_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')
/** Removed, so that "Cote d'Ivoire" and "Cote dIvoire" are one; the acute accent stands here because it decomposes to a space. */
const APOSTROPHES = /['’‘‛ʼʻʹ`´′]/gu
/** The dot after a single letter that another single letter follows, as in U.K. */
const ACRONYM_DOT = /(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu

/**
 * What a text is searched by: letters and digits in small words with one space between, without accents, case, apostrophes and
 * punctuation. `Türk` and `TURK` are `turk`, `JIATF-South` is `jiatf south`, and dots inside an acronym go without a trace, so that
 * `U.K.` is `uk`. Folding twice is folding once. Marks of every script are dropped, so it finds rather too much than too little.
 */
export function fold(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .replace(ACRONYM_DOT, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What was typed without the article that stands before a name inside a sentence: `the United States` is `United States`. */
export function withoutArticle(typed: string): string {
  return typed.trim().replace(/^the\s+(?=\S)/i, '')
}

/** How well a name matches, the best first. */
export const MATCHES = [
  /** The actor's own name, whole. */
  'NAME',
  /** Another name of it, whole. */
  'ALIAS',
  /** The beginning of a name. */
  'BEGINNING',
  /** The beginning of a word inside. */
  'WORD',
  /** Every word typed begins a word of the name, in any order. */
  'WORDS',
  'INSIDE',
  /** A letter or two away. */
  'NEAR',
] as const
export type Match = (typeof MATCHES)[number]

export interface NameMatch {
  /** The actor's id. */
  readonly actor: string
  /** The name or alias that matched best. */
  readonly matched: string
  readonly match: Match
}

/**
 * Actors whose names match what was typed, best first, one match each (its best name); of equals those found by their own name come
 * first, then by that name, then id. Blank finds nothing.
 * @param candidates any names of any actors, in any order; an actor may stand there several times.
 * @param nameOf the actor's own name, which beats its aliases.
 */
export function rankNames(
  query: string,
  candidates: Iterable<{ readonly actor: string; readonly name: string }>,
  nameOf: (actor: string) => string,
): NameMatch[] {
  const typed = fold(query)
  const best = new Map<string, NameMatch & { readonly rank: number; readonly own: boolean }>()
  for (const { actor, name } of candidates) {
    const own = name === nameOf(actor)
    const rank = matchRank(typed, fold(name), own)
    if (rank < 0) continue
    const held = best.get(actor)
    const better =
      !held || rank < held.rank || (rank === held.rank && isNamedFirst(own, name, held.matched, nameOf(actor)))
    if (better) best.set(actor, { actor, matched: name, match: MATCHES[rank] ?? 'NEAR', rank, own })
  }
  return [...best.values()]
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(b.own) - Number(a.own) ||
        compareNames(nameOf(a.actor), nameOf(b.actor)) ||
        compareCodePoints(a.actor, b.actor),
    )
    .map(({ actor, matched, match }) => ({ actor, matched, match }))
}

/** Whether `rankNames` would find a folded name by a folded query. */
export function matchesName(typed: string, folded: string): boolean {
  return matchRank(typed, folded, true) >= 0
}

/** Whether every word of the query begins a word of the text. A query without words narrows nothing. */
export function matchesWords(query: string, text: string): boolean {
  return beginsWords(fold(query), ` ${fold(text)}`)
}

/** Letters that a name may differ by from a folded query and still be a near miss: 0, 1 from four letters on, 2 from eight on. */
export function tolerance(typed: string): number {
  const letters = typed.replaceAll(' ', '').length
  if (letters < 4) return 0
  return letters < 8 ? 1 : 2
}

/** Of an actor's names that match equally well, its own is told, else the first by code point. */
function isNamedFirst(own: boolean, name: string, held: string, ownName: string): boolean {
  if (own || held === ownName) return own
  return compareNames(name, held) < 0
}

/** Place in MATCHES, -1: none. */
function matchRank(typed: string, folded: string, own: boolean): number {
  if (typed === '') return -1
  if (folded === typed) return own ? 0 : 1
  if (folded.startsWith(typed)) return 2
  const spaced = ` ${folded}`
  if (spaced.includes(` ${typed}`)) return 3
  if (beginsWords(typed, spaced)) return 4
  if (folded.includes(typed)) return 5
  return isNear(typed, folded) ? 6 : -1
}

function beginsWords(typed: string, spaced: string): boolean {
  return typed.split(' ').every((word) => spaced.includes(` ${word}`))
}

/** Compares with the whole name and with every run of as many words as were typed. */
function isNear(typed: string, folded: string): boolean {
  const most = tolerance(typed)
  if (most === 0) return false
  if (editDistance(typed, folded, most + 1) <= most) return true
  const words = folded.split(' ')
  const count = typed.split(' ').length
  for (let i = 0; i + count <= words.length; i++) {
    if (editDistance(typed, words.slice(i, i + count).join(' '), most + 1) <= most) return true
  }
  return false
}
