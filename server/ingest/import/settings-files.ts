import { readFile } from 'node:fs/promises'
import { parse, YAMLParseError } from 'yaml'
import type { NameAnswers } from '../names/names.ts'
import { readMappingText } from '../mapping/mapping-file.ts'
import { ID_PATTERN } from '../case/ids.ts'
import { ImportRefusedError } from './errors.ts'

const WHOLE_ID = new RegExp(ID_PATTERN, 'u')
/** Bytes of answers. */
const MOST_BYTES = 5_000_000

/**
 * A mapping as its file says it, YAML or JSON. Whether its columns are in the files, their reader sees.
 * @throws ImportRefusedError; MappingFileError with line and what is allowed
 */
export async function readMappingFile(path: string): Promise<unknown> {
  return readMappingText(await read(path), path)
}

/** Answers to whom names mean: `Korea: south-korea`, one a line, YAML or JSON. @throws ImportRefusedError */
export async function readAnswersFile(path: string): Promise<NameAnswers> {
  return toAnswers(await readYaml(path), path)
}

/** @param where what they come from, for the sentence. @throws ImportRefusedError */
export function toAnswers(value: unknown, where: string): NameAnswers {
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new ImportRefusedError(
      `${where} holds no answers. Write a name and the id of its actor a line, such as Korea: south-korea.`,
    )
  }
  const wrong = Object.entries(value).find(([, id]) => typeof id !== 'string' || !WHOLE_ID.test(id))
  if (wrong) {
    throw new ImportRefusedError(
      `${where}: "${wrong[0]}" has no id of an actor. Ids have lower-case letters, digits and hyphens, such as south-korea.`,
    )
  }
  return value as NameAnswers
}

async function readYaml(path: string): Promise<unknown> {
  const text = await read(path)
  if (Buffer.byteLength(text) > MOST_BYTES) throw new ImportRefusedError(`${path} has more than ${MOST_BYTES} bytes.`)
  try {
    return parse(text, { maxAliasCount: 0, prettyErrors: true, stringKeys: true })
  } catch (error) {
    if (!(error instanceof YAMLParseError) && !(error instanceof ReferenceError)) throw error
    const [says = 'It cannot be read.'] = error.message.split('\n')
    throw new ImportRefusedError(`${path} is no YAML: ${says}`, error)
  }
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new ImportRefusedError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      error,
    )
  }
}
