import { DATE_FORMS } from './date-forms.ts'
import { FIELD_WORDS } from './fields.ts'
import { LEAVE_OUT, type Field, type Mapping } from './mapping.ts'
import type { Suggestion } from './suggestion.ts'

/** Acts that are told one by one. */
const SHOWN = 12

/** A mapping in sentences, one a field, in the order in which fields are offered. */
export function describeMapping(mapping: Mapping, acts: Suggestion['acts']): readonly string[] {
  return [
    ...(mapping.sheet === undefined ? [] : [`Of the workbook, the sheet "${mapping.sheet}" is read.`]),
    ...FIELD_WORDS.flatMap(({ field, title }) => describeField(mapping, field, title)),
    ...describeDates(mapping),
    ...describeCodes(mapping),
    ...describeActs(mapping, acts),
    ...(mapping.empty?.length
      ? [`${list(mapping.empty)} stand${mapping.empty.length === 1 ? 's' : ''} for nothing.`]
      : []),
  ]
}

function describeField({ columns, constants }: Mapping, field: Field, title: string): readonly string[] {
  const [column, constant] = [columns[field], constants?.[field]]
  if (column !== undefined) return [`${title}: the column "${column}".`]
  return constant === undefined ? [] : [`${title}: in every row "${constant}".`]
}

function describeDates({ dates, columns }: Mapping): readonly string[] {
  const form = DATE_FORMS.find((each) => each.form === dates)
  if (form)
    return [`Days are written ${form.says.charAt(0).toLowerCase()}${form.says.slice(1)}, such as ${form.example}.`]
  return columns.date === undefined ? [] : ['How days are written is seen by the first rows, where only one way fits.']
}

function describeCodes({ codes }: Mapping): readonly string[] {
  return codes === undefined ? [] : [`Codes of actors are ${codes}.`]
}

function describeActs({ acts, system }: Mapping, seen: Suggestion['acts']): readonly string[] {
  const called = system === undefined ? [] : [`Acts and codes are those of ${system}.`]
  if (seen.length === 0) return called
  const known = seen.filter(({ act }) => act !== null)
  const told = known
    .slice(0, SHOWN)
    .map(({ written, act }) => (act === LEAVE_OUT ? `"${written}" is left out.` : `"${written}" means ${act ?? ''}.`))
  const more = known.length > SHOWN ? [`And ${known.length - SHOWN} words more.`] : []
  const open = seen.filter(({ act }) => act === null).map(({ written }) => written)
  const unknown =
    open.length === 0 || !acts
      ? []
      : [
          `What ${list(open.slice(0, SHOWN))} mean${open.length === 1 ? 's' : ''}, nobody has said: such rows are rejected.`,
        ]
  return [...called, ...told, ...more, ...unknown]
}

function list(words: readonly string[]): string {
  const said = words.map((word) => `"${word}"`)
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1) ?? ''}`
}
