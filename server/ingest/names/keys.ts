import { createHash } from 'node:crypto'
import { fold } from '../../domain/search.ts'
import { LONGEST_ID } from '../case/ids.ts'

/** Names of plain letters and digits need no folding but of case and spaces. */
const PLAIN = /^[a-z0-9][a-z0-9 ()]*$/i

/** What two names share that are one name here: without case, accents, punctuation and "the" in front. */
export function keyOf(name: string): string {
  const folded = foldName(name)
  return folded.startsWith('the ') ? folded.slice(4) : folded
}

/** `fold`, quicker for what most names are made of. */
function foldName(name: string): string {
  return PLAIN.test(name)
    ? name
        .toLowerCase()
        .replace(/[ ()]+/g, ' ')
        .trim()
    : fold(name)
}

/** Letters, digits and signs that an id cannot hold; punctuation and spaces are no loss. */
const LOST = /[^a-z0-9\s\p{P}]/u
const DIGEST_DIGITS = 8

/**
 * The id of a name: `volker-turk`. Where letters would be lost, or the id would be too long, it ends in a digest of the name, so that
 * two names never share an id by accident.
 */
export function idOf(name: string): string {
  const folded = foldName(name)
  const slug = folded.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  const loses = slug === '' || LOST.test(folded) || /\p{S}/u.test(name)
  return loses || slug.length > LONGEST_ID ? withDigest(slug, name) : slug
}

/** An id that ends in a digest of a text: of another text it is another id. */
export function withDigest(slug: string, text: string): string {
  const digest = createHash('sha256').update(fold(text)).update('\0').update(text.toLowerCase().normalize('NFC'))
  const start = slug.slice(0, LONGEST_ID - DIGEST_DIGITS - 1).replace(/-+$/, '')
  return `${start === '' ? 'name' : start}-${digest.digest('hex').slice(0, DIGEST_DIGITS)}`
}
