import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { caseSchemas, schemaFileOf } from '../../../server/ingest/case/json-schema.ts'
import { EVENT_KINDS } from '../../../server/domain/words.ts'
import { SUBTYPES } from '../../../server/domain/subtypes.ts'
import { SMALL_CASE } from './small-case.ts'

const SEED = new URL('../../../seeds/caribbean-strikes-2025/', import.meta.url)
const NAMES = [...caseSchemas().keys()]

/** The schema as it stands in the repository, which editors read. */
function shipped(file: string): ValidateFunction {
  const text = readFileSync(new URL(`../../../seeds/${schemaFileOf(file)}`, import.meta.url), 'utf8')
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(text) as object)
}

describe('the schemas that editors complete from', () => {
  it.each(NAMES)('say for %s what the loader reads', async (file) => {
    const schema = caseSchemas().get(file)
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../../../seeds/${schemaFileOf(file)}`)
  })

  it.each(NAMES)('take %s of the seed, which names its schema', (file) => {
    const text = readFileSync(new URL(file, SEED), 'utf8')
    const check = shipped(file)
    expect(check(parse(text)), JSON.stringify(check.errors)).toBe(true)
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=../${schemaFileOf(file)}`)
  })

  it.each(NAMES)('take %s of the small case, and an empty list', (file) => {
    const check = shipped(file)
    expect(check(parse(SMALL_CASE[file] ?? '')), JSON.stringify(check.errors)).toBe(true)
    if (file !== 'case.yaml') expect(check(null)).toBe(true)
  })

  it.each([
    ['events.yaml', 'kind: SUSPENSION', 'kind: PAUSE'],
    ['events.yaml', 'subtype: restoration', 'subtype: veto'],
    ['events.yaml', 'target: b-navy', 'traget: b-navy'],
    ['actors.yaml', 'kind: STATE', 'kind: Land'],
    ['sources.yaml', 'https://', 'ftp://'],
    ['positions.yaml', '50.5', '150'],
    ['case.yaml', 'id: small', 'id: Small case'],
  ])('refuse in %s what the loader refuses: %s as %s', (file, from, to) => {
    expect(shipped(file)(parse((SMALL_CASE[file] ?? '').replace(from, to)))).toBe(false)
  })

  it('complete every kind with its own subtypes and no others', () => {
    const check = shipped('events.yaml')
    const everySubtype = new Set(EVENT_KINDS.flatMap((kind) => Object.keys(SUBTYPES[kind])))
    for (const kind of EVENT_KINDS) {
      const taken = [...everySubtype].filter((subtype) =>
        check([{ id: 'e', actor: 'a', target: 'b', kind, subtype, occurred: '2025', evidence: [{ source: 's' }] }]),
      )
      expect(taken.sort()).toEqual(Object.keys(SUBTYPES[kind]).sort())
    }
  })
})
