import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openFiles } from '../../../server/ingest/files/open-files.ts'
import type { TextFile } from '../../../server/ingest/rows/reader.ts'

/** A folder that is gone after the tests of a file, and what is put into it. */
export interface TestFolder {
  readonly path: string
  /** @returns the path */
  put(name: string, content: string | Buffer): string
  /** Puts one file and opens it. @throws Error where it does not open as exactly one. */
  open(name: string, content: string | Buffer): Promise<TextFile>
}

export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'entente-readers-'))
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  const put = (name: string, content: string | Buffer): string => {
    const at = join(path, name)
    writeFileSync(at, content)
    return at
  }
  return {
    path,
    put,
    async open(name, content) {
      const files = await openFiles([put(name, content)])
      const [file] = files
      if (!file || files.length !== 1) throw new Error(`${name} opens as ${files.length} files.`)
      return file
    },
  }
}

export async function allLines(file: TextFile): Promise<string[]> {
  const lines: string[] = []
  for await (const batch of file.lines()) {
    if (batch.first !== lines.length + 1)
      throw new Error(`A batch begins at ${batch.first} after ${lines.length} lines.`)
    lines.push(...batch.lines)
  }
  return lines
}

export async function allText(file: TextFile): Promise<string> {
  let text = ''
  for await (const piece of file.text()) text += piece
  return text
}
