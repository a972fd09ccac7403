import { ON_ERROR, type ImportSettings, type OnError } from '../../ingest/import/settings.ts'
import { toAnswers } from '../../ingest/import/settings-files.ts'
import { hasTooManyParts } from '../limits/json-parts.ts'
import { ImportRequestError } from './upload-error.ts'

/** How an import was asked for. */
export interface AskedImport {
  readonly settings: ImportSettings
  /** Only what would become of the rows is wanted. */
  readonly dryRun: boolean
}

const FIELDS = ['into', 'title', 'mapping', 'names', 'onError', 'dryRun']
/** Characters of a title. */
const LONGEST_TITLE = 200

/** Reads what was asked, as JSON. @throws ImportRequestError, ImportRefusedError */
export function toAskedImport(text: string): AskedImport {
  const asked = parse(text)
  const strange = Object.keys(asked).find((field) => !FIELDS.includes(field))
  if (strange !== undefined) {
    throw refused(`"${strange.slice(0, LONGEST_TITLE)}" is no field here. The fields are ${FIELDS.join(', ')}.`)
  }
  const { mapping, names, dryRun = false } = asked
  if (typeof dryRun !== 'boolean') throw refused('dryRun is true or false.')
  const into = textOf(asked, 'into')
  const title = textOf(asked, 'title')
  const onError = onErrorOf(asked)
  const settings: ImportSettings = {
    ...(into === null ? {} : { into }),
    ...(title === null ? {} : { title }),
    ...(onError === null ? {} : { onError }),
    ...(mapping === undefined || mapping === null ? {} : { mapping }),
    ...(names === undefined || names === null ? {} : { answers: toAnswers(names, 'names') }),
  }
  return { settings, dryRun }
}

function parse(text: string): Readonly<Record<string, unknown>> {
  if (hasTooManyParts(text)) throw refused('The body holds more values than are read here.')
  let value: unknown
  try {
    value = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw refused('The body is no JSON. Send an object, such as {"into": "my-data"}.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused('The body is an object, such as {"into": "my-data"}.')
  }
  return value as Readonly<Record<string, unknown>>
}

function textOf(asked: Readonly<Record<string, unknown>>, field: 'into' | 'title'): string | null {
  const value = asked[field] ?? null
  if (value === null) return null
  if (typeof value !== 'string' || value.trim() === '' || value.length > LONGEST_TITLE) {
    throw refused(`${field} is a text of 1 to ${LONGEST_TITLE} characters.`)
  }
  return value
}

function onErrorOf({ onError = null }: Readonly<Record<string, unknown>>): OnError | null {
  if (onError === null) return null
  const known = ON_ERROR.find((each) => each === onError)
  if (!known) throw refused(`onError is ${ON_ERROR.join(' or ')}.`)
  return known
}

function refused(says: string): ImportRequestError {
  return new ImportRequestError(400, says)
}
