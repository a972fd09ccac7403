import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFiles } from '../../../server/ingest/case/check-case.ts'
import { caseSchemas } from '../../../server/ingest/case/json-schema.ts'
import { parseEdtf } from '../../../server/domain/edtf.ts'
import { problemsOf } from './small-case.ts'

const README = readFileSync(new URL('../../../seeds/README.md', import.meta.url), 'utf8')

describe('the page that teaches a case', () => {
  it('has a smallest case of five lines that is sound', () => {
    const [, example = ''] = /```yaml\n(# case\.yaml\n[^`]*)```/.exec(README) ?? []
    const lines = example.trim().split('\n')
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(5)
    const files = new Map<string, string>()
    let name = ''
    for (const line of lines) {
      if (line.startsWith('# ')) name = line.slice(2)
      else files.set(name, `${files.get(name) ?? ''}${line}\n`)
    }
    const checked = checkFiles(files)
    expect(problemsOf(checked)).toEqual([])
    expect(checked.contents?.events.map(({ id }) => id)).toEqual(['my-case/uk-suspends'])
  })

  it('names every file', () => {
    for (const file of caseSchemas().keys()) expect(README).toContain(`| \`${file}\` |`)
  })

  it('writes dates that are read', () => {
    const rows = README.slice(README.indexOf('| written | means |')).split('\n').slice(2, 8)
    const dates = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`"?([^`"]+)"?`/g)].map(([, date = '']) => date),
    )
    expect(dates).toHaveLength(9)
    for (const date of dates) expect(() => parseEdtf(date)).not.toThrow()
  })
})
