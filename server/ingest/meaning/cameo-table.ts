import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import {
  codeOf,
  EVENT_KINDS,
  MARKS,
  STAGES,
  wordOf,
  type EventKind,
  type Mark,
  type Stage,
} from '../../domain/words.ts'

/** Which of the two tables of labels and Goldstein values a code is read by; both share their codes but for 1213. */
export type CodeSystem = 'ICEWS' | 'GDELT'

/** One code of CAMEO and what it is here. */
export interface CameoCode {
  /** Two to four digits, with leading zeros. */
  readonly code: string
  readonly names: Readonly<Record<CodeSystem, string>>
  readonly goldstein: Readonly<Record<CodeSystem, number | null>>
  readonly kind: EventKind
  readonly subtype: string
  readonly stage: Stage
  readonly strength: number
  readonly mark: Mark
}

interface Line {
  readonly code: string
  readonly icews_name: string
  readonly gdelt_name: string
  readonly goldstein_icews: string
  readonly goldstein_gdelt: string
  readonly kind: string
  readonly subtype: string
  readonly stage: string
  readonly strength: string
  readonly distancing: string
}

/** The table in cameo.csv, by code. */
export const CAMEO_CODES: ReadonlyMap<string, CameoCode> = new Map(
  lines<Line>('./cameo.csv').map((line) => [line.code, toCode(line)]),
)

const BY_NAME: Readonly<Record<CodeSystem, ReadonlyMap<string, CameoCode>>> = {
  ICEWS: byName('ICEWS', lines<{ readonly code: string; readonly name: string }>('./older-names.csv')),
  GDELT: byName('GDELT', []),
}

/**
 * The code of an event type's name, in any case; null: no table has the name. Where a root and its first code share a name, as
 * "CONSULT" and "Consult" do, it is the first code unless the name stands in capitals.
 */
export function codeOfName(name: string, system: CodeSystem): CameoCode | null {
  const names = BY_NAME[system]
  return names.get(name) ?? names.get(name.toLowerCase()) ?? null
}

function byName(
  system: CodeSystem,
  older: readonly { readonly code: string; readonly name: string }[],
): ReadonlyMap<string, CameoCode> {
  const names = new Map<string, CameoCode>()
  for (const { code, name } of older) {
    const known = CAMEO_CODES.get(code)
    if (known) names.set(name.toLowerCase(), known)
  }
  for (const code of CAMEO_CODES.values()) {
    const name = code.names[system]
    if (name === '') continue
    names.set(name.toLowerCase(), code)
    if (name === name.toUpperCase()) names.set(name, code)
  }
  return names
}

function toCode(line: Line): CameoCode {
  return {
    code: line.code,
    names: { ICEWS: line.icews_name, GDELT: line.gdelt_name },
    goldstein: { ICEWS: toNumber(line.goldstein_icews), GDELT: toNumber(line.goldstein_gdelt) },
    kind: word(EVENT_KINDS, line.kind),
    subtype: line.subtype,
    stage: word(STAGES, line.stage),
    strength: Number(line.strength),
    mark: word(MARKS, line.distancing.toUpperCase()),
  }
}

function toNumber(text: string): number | null {
  return text === '' ? null : Number(text)
}

function word<W extends string>(list: readonly W[], text: string): W {
  return wordOf(list, codeOf<string>(list, text))
}

function lines<T>(file: string): readonly T[] {
  return parse(readFileSync(new URL(file, import.meta.url)), { columns: true })
}
