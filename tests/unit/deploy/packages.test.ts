import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../../scripts/run.ts'
import { runtimePackages } from '../../../scripts/runtime-packages.ts'
import { ROOT } from '../../../scripts/stale.ts'
import { temporaryFolder } from '../../support/entente-process.ts'

const packages = runtimePackages()
const LICENSES = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'CC0-1.0', 'Unicode-3.0']
const paper = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8')
const { folder, remove } = temporaryFolder()
afterAll(remove)

describe('docs/dependencies.md', () => {
  test('has each package that package.json names, with its licence', () => {
    const rows = [...paper.matchAll(/^\| ([a-z@][\w.@/-]+) \| (.+) \| ([\w.-]+) \|$/gm)].slice(1)
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object }
    expect(rows.map(([, name]) => name)).toEqual(Object.keys(dependencies))
    for (const [, name, why, license] of rows) {
      expect(packages).toContainEqual(expect.objectContaining({ name, license, direct: true }))
      expect(why?.length).toBeGreaterThan(10)
    }
  })

  test('no licence is one that has not been agreed on', () => {
    expect(packages.filter(({ license }) => !LICENSES.includes(license))).toEqual([])
  })

  test('counts all of them, and names every licence', () => {
    const direct = packages.filter((each) => each.direct).length
    expect(paper).toContain(`brings ${packages.length} packages. ${direct} are named in package.json`)
    const [, told = ''] = /is under (.+)\.$/m.exec(paper) ?? []
    expect(new Set(told.split(/, | and /))).toEqual(new Set(packages.map(({ license }) => license)))
  })
})

test('the lock names no host', () => {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
  expect(lock).not.toMatch(/"resolved"|\.tgz"/)
  expect(lock.match(/"integrity": "sha512-/g)?.length).toBeGreaterThan(packages.length)
})

test('the list of packages that npm run sbom writes has all of them and no other', async () => {
  const file = join(folder, 'sbom.json')
  const { code, output } = await run(process.execPath, [join(ROOT, 'scripts/sbom.ts'), file])
  expect([code, output]).toEqual([0, `Wrote ${packages.length} packages to ${file}.\n`])
  const bom = JSON.parse(readFileSync(file, 'utf8')) as {
    bomFormat: string
    metadata: { component: { name: string } }
    components: { name: string; version: string }[]
  }
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'entente' } } })
  const listed = bom.components.map(({ name, version }) => `${name}@${version}`)
  expect(new Set(listed)).toEqual(new Set(packages.map(({ name, version }) => `${name}@${version}`)))
})
