import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FILES, REQUIRED_FILES } from './layout.ts'
import { didYouMean } from './nearest.ts'
import type { Problems } from './problem.ts'

/** Thousands of events; a case is written by hand. */
const MOST_BYTES = 2 * 1024 * 1024

const NAMES: readonly string[] = Object.values(FILES)

/** The texts of a case by file name; null for a file that cannot be read. Null in place of all where there is no folder. */
export async function readFolder(
  folder: string,
  problems: Problems,
): Promise<ReadonlyMap<string, string | null> | null> {
  const whole = { file: '.', line: 1, column: 1 }
  let present: readonly string[]
  try {
    present = await readdir(folder)
  } catch (error) {
    problems.add(whole, folderWords(folder, codeOf(error)))
    return null
  }
  checkNames(present, problems)
  const texts = new Map<string, string | null>()
  for (const name of NAMES) {
    if (present.includes(name)) texts.set(name, await readText(folder, name, problems))
  }
  return texts
}

/** Every file that a case needs is there, and none is there under a name that would be passed over. */
export function checkNames(present: readonly string[], problems: Problems): void {
  for (const name of present) {
    if (!/\.ya?ml$/i.test(name) || NAMES.includes(name)) continue
    const near = didYouMean(
      name,
      NAMES.filter((each) => !present.includes(each)),
    )
    const advice = near || ' Rename it, or take it out of the folder.'
    problems.add(
      { file: name, line: 1, column: 1 },
      `A case has no file of this name; it has ${NAMES.join(', ')}.${advice}`,
    )
  }
  for (const name of REQUIRED_FILES) {
    if (present.includes(name)) continue
    const says = `This file is missing. Add it; a case needs ${REQUIRED_FILES.join(', ')}.`
    problems.add({ file: name, line: 1, column: 1 }, says)
  }
}

async function readText(folder: string, name: string, problems: Problems): Promise<string | null> {
  const tell = (says: string): null => {
    problems.add({ file: name, line: 1, column: 1 }, says)
    return null
  }
  const path = join(folder, name)
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) {
      return tell(`This file has ${size} bytes, and a file of a case at most ${MOST_BYTES}. Split the case in two.`)
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof TypeError) return tell('This file is not text in UTF-8. Save it as UTF-8.')
    if (codeOf(error) === 'EISDIR') return tell('This is a folder, not a file. Rename it, and write the file.')
    return tell(`This file cannot be read (${codeOf(error) ?? String(error)}). Check that you may read it.`)
  }
}

function folderWords(folder: string, code: string | undefined): string {
  if (code === 'ENOENT') return `The folder ${folder} is not there. Check how it is spelt.`
  if (code === 'ENOTDIR') return `${folder} is not a folder. Give the folder that holds ${FILES.case}.`
  return `The folder ${folder} cannot be read (${code ?? 'no reason given'}). Check that you may read it.`
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
