import type { Field } from './mapping.ts'

export interface FieldWords {
  readonly field: Field
  /** For a label. */
  readonly title: string
  /** What stands in the column. */
  readonly says: string
  /** Without it there is no event. What was done is told by one of act, code and kind. */
  readonly needed: boolean
}

/** The fields in words, as they are offered. */
export const FIELD_WORDS: readonly FieldWords[] = [
  word('actor', 'Who acted', 'the name of who acted', true),
  word('target', 'Toward whom', 'the name of whom it was done to', true),
  word('date', 'Day', 'the day of the act, or its first', true),
  word('until', 'Last day', 'the last day of what went on for long'),
  word('reported', 'Reported on', 'the day on which it became known'),
  word('act', 'Act', "the act in the table's own words"),
  word('mode', 'Mode', 'a second word that tells the act more finely'),
  word('code', 'CAMEO code', 'two to four digits of CAMEO, with their leading zeros'),
  word('kind', 'Kind', "the act's kind in our words, such as COOPERATION"),
  word('subtype', 'Subtype', 'its subtype in our words, such as aid'),
  word('stage', 'Stage', 'INTENT, THREATENED or ACTUAL'),
  word('strength', 'Strength', '0 to 3'),
  word('mark', 'Mark', 'YES, WEAK or NO: whether the act itself says that one steps away'),
  word('scope', 'Scope', 'what exactly is affected'),
  word('goldstein', 'Goldstein value', 'a number from -10 to 10'),
  word('id', 'Id', "the row's own id, which no other row has"),
  word('publisher', 'Publisher', 'who published it'),
  word('locator', 'Where in the source', 'an address, a page, a story'),
  word('summary', 'Summary', 'the act in a sentence'),
  word('actorCode', 'Code of who acted', 'a code of the state or actor'),
  word('actorCountry', 'Country of who acted', 'a country by name or code'),
  word('actorSectors', 'Sectors of who acted', 'such as Government, Military; several between commas or semicolons'),
  word('targetCode', 'Code of toward whom', 'a code of the state or actor'),
  word('targetCountry', 'Country of toward whom', 'a country by name or code'),
  word('targetSectors', 'Sectors of toward whom', 'such as Government, Military; several between commas or semicolons'),
]

function word(field: Field, title: string, says: string, needed = false): FieldWords {
  return { field, title, says, needed }
}

/** The label of a field. */
export function titleOf(field: Field): string {
  return FIELD_WORDS.find((each) => each.field === field)?.title ?? field
}
