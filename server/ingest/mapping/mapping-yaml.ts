import { stringify } from 'yaml'
import { DATE_FORMS } from './date-forms.ts'
import { FIELD_WORDS } from './fields.ts'
import type { Mapping } from './mapping.ts'
import type { Suggestion } from './suggestion.ts'

/** A mapping as a file that somebody can edit. What is needed and not known stands there to be filled in, behind a number sign. */
export function mappingYaml(mapping: Mapping, acts: Suggestion['acts'], names: readonly string[]): string {
  const { columns, constants, dates, acts: known, ...rest } = mapping
  return [
    '# Which column is what. Columns of the table:',
    ...wrapped(names),
    'columns:',
    ...FIELD_WORDS.flatMap(({ field, says, needed }) => {
      const column = columns[field]
      if (column !== undefined) return [`  ${yaml({ [field]: column })} # ${says}`]
      return needed && constants?.[field] === undefined ? [`  # ${field}: # needed: ${says}`] : []
    }),
    ...(tellsAct(mapping) ? [] : ['  # act: # needed: what was done, as act, code or kind']),
    ...(constants ? [yaml({ constants })] : []),
    ...(dates ? [yaml({ dates })] : columns.date === undefined ? [] : openDates()),
    ...(known ? ['# Their words and ours: KIND subtype STAGE, or leave out.', yaml({ acts: known })] : []),
    ...openActs(acts, known !== undefined),
    ...(Object.keys(rest).length > 0 ? [yaml(rest)] : []),
    '',
  ].join('\n')
}

function tellsAct({ columns, constants }: Mapping): boolean {
  return (['act', 'code', 'kind'] as const).some((field) => field in columns || field in (constants ?? {}))
}

function openDates(): readonly string[] {
  const forms = DATE_FORMS.map(({ form, example }) => `#   ${form}: ${example}`)
  return ['# How days are written, where it cannot be seen by the rows:', ...forms, '# dates:']
}

function openActs(acts: Suggestion['acts'], hasKnown: boolean): readonly string[] {
  const open = acts.filter(({ act }) => act === null)
  if (open.length === 0) return []
  const lines = open.map(
    ({ written, rows }) => `  # ${yaml({ [written]: 0 }).slice(0, -2)} # in ${rows} of the first rows`,
  )
  return hasKnown ? ['  # Nobody has said what these mean:', ...lines] : ['# acts:', ...lines]
}

/** Comments of readable width. */
function wrapped(names: readonly string[]): readonly string[] {
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + name.length < 110) lines[lines.length - 1] = `${last}, ${name}`
    else lines.push(`#   ${name}`)
  }
  return lines
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trimEnd()
}
