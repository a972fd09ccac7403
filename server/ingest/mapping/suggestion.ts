import { ACT_WORDS } from './act-words.ts'
import { DATE_FORMS } from './date-forms.ts'
import { FIELD_WORDS, type FieldWords } from './fields.ts'
import type { DateForm, Mapping } from './mapping.ts'

/** A mapping with all that is needed to show, to change and to save it. */
export interface Suggestion {
  readonly mapping: Mapping
  /** As a file, with comments. */
  readonly yaml: string
  /** The mapping in sentences. */
  readonly says: readonly string[]
  /** The columns that there are, with some of what stands in them. */
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[]
  /** The words of the act column in the first rows, most frequent first, and what they are here; null: nobody has said it. */
  readonly acts: readonly { readonly written: string; readonly rows: number; readonly act: string | null }[]
  readonly fields: readonly FieldWords[]
  readonly dates: readonly { readonly form: DateForm; readonly says: string; readonly example: string }[]
  /** All that may stand as an act, but for a stage behind it. */
  readonly words: readonly string[]
}

/** What is said where no mapping is given, and none is certain. */
export const ASKED =
  'Say which column is what: look at the mapping that suggests itself, change it where it is wrong, and give it.'

/** What may be chosen from, the same for all tables. */
export const CHOICES: Pick<Suggestion, 'fields' | 'dates' | 'words'> = {
  fields: FIELD_WORDS,
  dates: DATE_FORMS,
  words: ACT_WORDS,
}
