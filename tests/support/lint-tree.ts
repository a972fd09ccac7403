import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

/** What lint says to a file, such as code `eslint(max-lines)`. */
export interface Said {
  readonly file: string
  readonly code: string
  readonly sentence: string
}

/** Lints files, path to text, in a tree of their own under the configuration of the house; the tree is gone afterwards. */
export function lintTree(files: ReadonlyMap<string, string>): readonly Said[] {
  const tree = mkdtempSync(join(tmpdir(), 'entente-lint-'))
  try {
    for (const name of ['.oxlintrc.json', 'tsconfig.json', 'tsconfig.base.json']) copyFileSync(name, join(tree, name))
    symlinkSync(resolve('node_modules'), join(tree, 'node_modules'))
    for (const [path, text] of files) {
      mkdirSync(dirname(join(tree, path)), { recursive: true })
      writeFileSync(join(tree, path), text)
    }
    return lint(tree, [...files.keys()])
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

/** Files are named one by one: lint would follow the link and read every package. */
function lint(tree: string, files: readonly string[]): Said[] {
  const oxlint = resolve('node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', ...files], {
    cwd: tree,
    encoding: 'utf8',
  })
  const report = JSON.parse(stdout) as {
    diagnostics: { code: string; message: string; help?: string | null; filename: string }[]
  }
  return report.diagnostics.map((one) => ({
    file: one.filename,
    code: one.code,
    sentence: one.help ?? one.message,
  }))
}
