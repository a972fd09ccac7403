import type { ActorKind } from '../../domain/words.ts'
import { idOf, keyOf, withDigest } from './keys.ts'
import type { KnownActor } from './names.ts'

/**
 * Somebody of no table, under the name that stands in the row.
 *
 * @param otherwise the kind where no word of the name tells it; left out: a person or an organisation, by the look of the name.
 */
export function newActor(name: string, otherwise?: ActorKind): KnownActor {
  return {
    id: idOf(name),
    kind: kindByWords(name) ?? otherwise ?? kindByLook(name),
    name: readable(name),
    article: false,
    aliases: [],
    unspecified: false,
    affiliations: [],
  }
}

/**
 * Who a name stands for until somebody says which of several is meant: nobody else, told apart by what the row gives beside the name.
 *
 * @param beside such as a code; empty: nothing.
 */
export function askedActor(name: string, beside: string, candidates: readonly KnownActor[]): KnownActor {
  const kinds = new Set(candidates.map(({ kind }) => kind))
  const [kind] = kinds
  return {
    ...newActor(name),
    id: withDigest(idOf(name), `${keyOf(name)}\0${beside}`),
    kind: kinds.size === 1 && kind !== undefined ? kind : 'GROUP',
    name: beside === '' ? readable(name) : `${readable(name)} (${beside})`,
  }
}

/** Abbreviations stay as they are. */
const LONGEST_ABBREVIATION = 5

/** A name that is written in capitals throughout, as some data sets do, in small letters with capitals in front. */
export function readable(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name
  if (!name.includes(' ') && name.length <= LONGEST_ABBREVIATION) return name
  return name.toLowerCase().replace(/(?<![\p{L}\p{M}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}

/** The first that fits tells the kind; the words are folded. */
const KIND_BY_WORDS: readonly (readonly [words: RegExp, kind: ActorKind])[] = [
  [/\b(liberation|resistance|people s|peoples|salvation|republican|lords) army\b/, 'ORGANISATION'],
  [
    /\b(news|times|daily|post|tribune|gazette|herald|television|radio|tv|newspaper|broadcasting|newswire|magazine)\b/,
    'MEDIA',
  ],
  [/\b(news agency|press agency|press)$/, 'MEDIA'],
  [/\b(army|navy|air force|armed forces|defen[cs]e forces?|battalion|regiment|troops|military)\b/, 'MILITARY_COMMAND'],
  [
    /\b(ministry|ministries|department|parliament|commission|court|agency|bureau|authority|directorate|police|senate)\b/,
    'GOVERNMENT_BODY',
  ],
  [
    /\b(assembly|secretariat|tribunal|cabinet|government|embassy|intelligence service|security service)\b/,
    'GOVERNMENT_BODY',
  ],
  [
    /\b(international|european|african|asian|arab|pan american|inter american|united nations|un|global)\b.*\b(organi[sz]ation|union|bank|council|fund|community)\b/,
    'INTERNATIONAL_ORGANISATION',
  ],
  [
    /\b(party|front|movement|union|league|association|alliance|coalition|congress|federation|foundation|society|bank|company)\b/,
    'ORGANISATION',
  ],
  [
    /\b(corporation|corp|inc|ltd|plc|group|university|institute|hospital|club|network|committee|council|organi[sz]ation)\b/,
    'ORGANISATION',
  ],
  [
    /\b(cent(er|re)|brigades?|cartel|airlines?|airways|motors|industries|petroleum|energy|school|college|church|forum)\b/,
    'ORGANISATION',
  ],
  [
    /\b(people|peoples|tribe|tribes|family|clan|workers|students|supporters|residents|victims|protesters|experts|lawyers|officials|leadership|allies|vessels|targets)\b/,
    'GROUP',
  ],
]

/** Small words inside names of persons. */
const PARTICLE = /^(al|el|bin|ibn|bint|ben|ould|de|del|della|da|dos|das|van|von|der|den|du|la|le|e|y|abu|st)$/
const FEWEST_WORDS = 2
const MOST_WORDS = 6

function kindByWords(name: string): ActorKind | null {
  const key = keyOf(name)
  return KIND_BY_WORDS.find(([words]) => words.test(key))?.[1] ?? null
}

/** A guess: two to six capitalised words are a person. */
function kindByLook(name: string): ActorKind {
  const words = name.split(/\s+/)
  const person = words.length >= FEWEST_WORDS && words.length <= MOST_WORDS && words.every(isOfPerson)
  return person ? 'PERSON' : 'ORGANISATION'
}

function isOfPerson(word: string): boolean {
  if (!/^[\p{L}\p{M}'’.-]+$/u.test(word)) return false
  return /^\p{Lu}/u.test(word) || PARTICLE.test(word.toLowerCase()) || /^al-/i.test(word)
}
