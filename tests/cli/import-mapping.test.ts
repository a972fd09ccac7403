import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runEntente, temporaryFolder, type Ended } from '../support/entente-process.ts'

const { folder, remove } = temporaryFolder()
afterAll(remove)

const TABLE = `Date,Country 1,Country 2,What happened,Note
13/01/2020,France,Iran,Imposed sanctions,"so, as said"
14/01/2020,Iran,France,Summit meeting,
15/01/2020,Iran,Germany,Gloria,
`

function put(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function run(...args: readonly string[]): Promise<Ended> {
  return runEntente(['import', ...args, '--data', join(folder, 'data')])
}

test('a mapping suggests itself, is edited, and reads the table; a wrong one is refused with line and what is allowed', async () => {
  const table = put('visits.csv', TABLE)
  const refused = await run(table)
  expect(refused.code).not.toBe(0)
  expect(refused.stderr).toMatch(/Say which column is what.* It is written by --suggest-mapping/)

  const suggested = await run(table, '--suggest-mapping')
  expect([suggested.code, suggested.stdout]).toEqual([0, expect.stringContaining('  actor: Country 1 # ')])
  expect(suggested.stdout).toContain('  # Gloria: # in 1 of the first rows')
  const mapping = put('visits.yaml', suggested.stdout)

  const wrong = put('wrong.yaml', suggested.stdout.replace('COOPERATION contact', 'COOPERATION summit'))
  const line = suggested.stdout.split('\n').findIndex((each) => each.includes('COOPERATION contact')) + 1
  const told = await run(table, '--mapping', wrong)
  expect(told.code).not.toBe(0)
  expect(told.stderr).toContain(`wrong.yaml:${line}: "Summit meeting": "summit" is no subtype of COOPERATION`)
  expect(told.stderr).toMatch(/Subtypes are intelligence, .*contact/)
  const missing = await run(
    table,
    '--mapping',
    put('missing.yaml', suggested.stdout.replace('target: Country 2', 'target: Country 3')),
  )
  expect(missing.stderr).toContain(
    'takes target from the column "Country 3", which it does not have. Its columns are "Date"',
  )

  const open = await run(table, '--mapping', mapping)
  expect([open.code, open.stdout]).toEqual([
    1,
    expect.stringContaining('visits.csv:4:4: The mapping does not say what "Gloria" means'),
  ])

  writeFileSync(mapping, readFileSync(mapping, 'utf8').replace('# Gloria:', 'Gloria: leave out'))
  const done = await run(table, '--mapping', mapping, '--into', 'visits', '--title', 'Visits')
  expect([done.code, done.stdout]).toEqual([0, expect.stringMatching(/^visits@[0-9a-f]{16} is done/)])
  expect(done.stdout).toContain('3 rows = 2 new events + 0 already held + 0 rejected + 1 set aside')
})
