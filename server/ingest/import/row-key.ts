import { hash } from 'node:crypto'
import { ID_PATTERN, LONGEST_ID } from '../case/ids.ts'
import type { SourceRow } from '../rows/row.ts'

/** What a row is known by within its collection. */
export interface RowKey {
  /** Without the ordinal of a row that repeats another: lower-case letters, digits, hyphens. */
  readonly text: string
  /** 64 bits that stand for the text. */
  readonly high: number
  readonly low: number
  /** Whether it is made of the content, so that equals get an ordinal; else it is the source's own and stands for one row. */
  readonly isContent: boolean
}

const WHOLE_ID = new RegExp(ID_PATTERN, 'u')
const DIGITS = '0123456789abcdefghijklmnopqrstuv'
const SEPARATOR = '\u001F'
/** Names, acts and days as they were tidied: so many are remembered. */
const MOST_TIDIED = 100_000

/** The source's own id where it has one; else one of day, actor, act and target as written, whatever their spaces are written as. */
export function rowKey(row: SourceRow): RowKey {
  if (row.key !== null) return ofSource(row.key)
  const { act } = row
  const said = (act.type === 'coded' ? act.name : null) ?? act.code ?? ''
  const parts = [row.occurred, row.actor?.name ?? '', tidied(said).toLowerCase(), row.target?.name ?? '']
  return digested(parts.map(tidied).join(SEPARATOR), true)
}

/** Sixteen digits of 32 kinds: 80 bits of SHA-256. */
function digested(text: string, isContent: boolean): RowKey {
  const bytes = hash('sha256', text, 'buffer')
  let written = ''
  for (let at = 0; at < 10; at += 5) {
    const upper = bytes.readUInt32BE(at)
    const lower = bytes.readUInt8(at + 4)
    for (let shift = 27; shift >= 2; shift -= 5) written += DIGITS[(upper >>> shift) & 31]
    written += `${DIGITS[((upper & 3) << 3) | (lower >>> 5)]}${DIGITS[lower & 31]}`
  }
  return { text: written, high: bytes.readUInt32BE(0), low: bytes.readUInt32BE(4), isContent }
}

function ofSource(key: string): RowKey {
  const { text, high, low } = digested(`id${SEPARATOR}${key}`, false)
  const isPlain = key.length <= LONGEST_ID && WHOLE_ID.test(key)
  return { text: isPlain ? key : `id-${text}`, high, low, isContent: false }
}

const tidy = new Map<string, string>()

function tidied(text: string): string {
  const known = tidy.get(text)
  if (known !== undefined) return known
  if (tidy.size >= MOST_TIDIED) tidy.clear()
  const made = text.replace(/[\s_]+/gu, ' ').trim()
  tidy.set(text, made)
  return made
}
