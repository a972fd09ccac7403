import type { CollectionContents } from '../../domain/records.ts'
import { checkDraft } from './check-draft.ts'
import { readDraft } from './draft.ts'
import { Problems, type Problem } from './problem.ts'
import { checkNames, readFolder } from './read-folder.ts'
import { toContents } from './to-contents.ts'

export interface Checked {
  /** Null where there are problems. */
  readonly contents: CollectionContents | null
  /** All of them, by file, line, column. */
  readonly problems: readonly Problem[]
}

/** Reads and checks a case folder. Nothing is written; what cannot be read is a problem, not an error. */
export async function checkCase(folder: string): Promise<Checked> {
  const problems = new Problems()
  const texts = await readFolder(folder, problems)
  return texts ? check(texts, problems) : { contents: null, problems: problems.sorted() }
}

/** The same for files at hand. @param texts by file name. */
export function checkFiles(texts: ReadonlyMap<string, string>): Checked {
  const problems = new Problems()
  checkNames([...texts.keys()], problems)
  return check(texts, problems)
}

function check(texts: ReadonlyMap<string, string | null>, problems: Problems): Checked {
  const draft = readDraft(texts, problems)
  checkDraft(draft, problems)
  const found = problems.sorted()
  return found.length > 0 ? { contents: null, problems: found } : { contents: toContents(draft), problems: [] }
}
