import { readAct } from './act-words.ts'
import { DATE_FORMS } from './date-forms.ts'
import { CODES, FIELDS, isCameo, SEPARATORS, type Field, type Mapping, type MappingProblem } from './mapping.ts'

const PARTS = ['columns', 'constants', 'dates', 'acts', 'system', 'codes', 'empty', 'separator', 'header', 'sheet']
/** Words that a table may have for acts, and characters of a text. */
const MOST_ACTS = 5_000
const LONGEST = 500

/** A mapping that was given, or what is wrong with it. Whether its columns are in a file, its reader sees. */
export function checkMapping(given: unknown): Mapping | { readonly problems: readonly MappingProblem[] } {
  if (!isRecord(given)) return { problems: [{ path: [], says: 'A mapping has fields, such as columns: and acts:.' }] }
  const problems = [
    ...Object.keys(given)
      .filter((part) => !PARTS.includes(part))
      .map((part) => problem([part], `${named(part)} is no part of a mapping. Its parts are ${PARTS.join(', ')}.`)),
    ...checkTexts(given, 'columns'),
    ...('constants' in given ? checkTexts(given, 'constants') : []),
    ...checkOneOf(
      given,
      'dates',
      DATE_FORMS.map(({ form }) => form),
    ),
    ...checkOneOf(given, 'codes', CODES),
    ...checkOneOf(given, 'separator', SEPARATORS),
    ...checkOneOf(given, 'header', [true, false]),
    ...['system', 'sheet'].flatMap((part) => (part in given ? checkText(given[part], [part]) : [])),
    ...('acts' in given ? checkActs(given.acts) : []),
    ...('empty' in given ? checkEmpty(given.empty) : []),
  ]
  if (problems.length > 0) return { problems }
  const mapping = given as unknown as Mapping
  const lacks = lacking(mapping)
  return lacks.length > 0 ? { problems: lacks } : mapping
}

/** The fields that must be told, and are not. */
function lacking(mapping: Mapping): readonly MappingProblem[] {
  const has = (field: Field): boolean => field in mapping.columns || field in (mapping.constants ?? {})
  const needed = (['actor', 'target', 'date'] as const).filter((field) => !has(field))
  const problems = needed.map((field) =>
    problem(['columns'], `Which column is ${field}? Write ${field}: and its name.`),
  )
  const tellsAct = (['act', 'code', 'kind'] as const).some(has)
  if (!tellsAct)
    problems.push(
      problem(['columns'], 'What was done is not told. Give act (with acts:), code or kind a column or a constant.'),
    )
  const twice = FIELDS.find((field) => field in mapping.columns && field in (mapping.constants ?? {}))
  if (twice) problems.push(problem(['constants', twice], `${twice} has a column and a constant. Keep one of them.`))
  if (has('act') && !has('code') && !mapping.acts && !isCameo(mapping))
    problems.push(problem([], 'What the words of the column act mean is not told. Write them under acts:.'))
  if (has('mode') && !has('act'))
    problems.push(problem(['columns', 'mode'], 'A mode tells an act more finely: give act a column too.'))
  return problems
}

function checkTexts(
  given: Readonly<Record<string, unknown>>,
  part: 'columns' | 'constants',
): readonly MappingProblem[] {
  const texts = given[part]
  if (!isRecord(texts)) {
    const example = part === 'columns' ? 'actor: Source Name' : 'target: United States'
    return [problem([part], `Under ${part}: stand fields, such as ${example}.`)]
  }
  return Object.entries(texts).flatMap(([field, text]) =>
    FIELDS.some((each) => each === field)
      ? checkText(text, [part, field])
      : [problem([part, field], `${named(field)} is no field. Fields are ${FIELDS.join(', ')}.`)],
  )
}

function checkText(text: unknown, path: readonly string[]): readonly MappingProblem[] {
  return typeof text === 'string' && text.trim() !== '' && text.length <= LONGEST
    ? []
    : [problem(path, `${path.join('.')} is a text of 1 to ${LONGEST} characters; put numbers in quotation marks.`)]
}

function checkOneOf(
  given: Readonly<Record<string, unknown>>,
  part: string,
  allowed: readonly (string | boolean)[],
): readonly MappingProblem[] {
  if (!(part in given) || allowed.some((each) => each === given[part])) return []
  const words = allowed.map((each) =>
    each === '\t' ? '"\\t"' : /^\W$/.test(String(each)) ? `"${each}"` : String(each),
  )
  return [problem([part], `${part} is ${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}.`)]
}

function checkActs(acts: unknown): readonly MappingProblem[] {
  if (!isRecord(acts))
    return [problem(['acts'], 'Under acts: stand words of the table and ours, such as AID: COOPERATION aid.')]
  const words = Object.entries(acts)
  if (words.length > MOST_ACTS) return [problem(['acts'], `acts has at most ${MOST_ACTS} words.`)]
  return words.flatMap(([word, ours]) => {
    if (typeof ours !== 'string')
      return [problem(['acts', word], `${named(word)} has no act, such as COOPERATION aid.`)]
    const read = readAct(ours)
    return read !== null && 'wrong' in read ? [problem(['acts', word], `${named(word)}: ${read.wrong}`)] : []
  })
}

function checkEmpty(empty: unknown): readonly MappingProblem[] {
  const isList = Array.isArray(empty) && empty.length <= 50 && empty.every((each) => typeof each === 'string')
  return isList ? [] : [problem(['empty'], 'empty is a list of at most 50 words, such as [NA, "-"].')]
}

function problem(path: readonly string[], says: string): MappingProblem {
  return { path, says }
}

function named(text: string): string {
  const clean = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?')
  return `"${clean.slice(0, 60)}"`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
