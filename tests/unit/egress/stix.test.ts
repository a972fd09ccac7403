import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stix } from '../../../server/egress/stix.ts'
import { graph, reportDay } from '../../support/arbitraries.ts'
import { numRuns, seed } from '../../support/samples.ts'
import { leaving, textOf } from './leaving.ts'

const SCHEMAS = join(import.meta.dirname, '../../support/stix-schemas')
const BASE = 'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas'
const OF_TYPE: Readonly<Record<string, string>> = {
  identity: 'sdos/identity',
  note: 'sdos/note',
  opinion: 'sdos/opinion',
  relationship: 'sros/relationship',
  'extension-definition': 'common/extension-definition',
}

/** OASIS's own rules. Some of its schemas say things twice, which strict mode takes for slips. */
const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri: true } })
for (const room of ['common', 'sdos', 'sros'])
  for (const file of readdirSync(join(SCHEMAS, room)))
    ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, room, file), 'utf8')) as object)

interface StixObject extends Record<string, unknown> {
  readonly type: string
  readonly id: string
}

function faultsOf(object: StixObject): readonly string[] {
  const check = ajv.getSchema(`${BASE}/${OF_TYPE[object.type]}.json`)
  if (!check) return [`There is no schema of ${object.type}.`]
  return check(object)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `${object.type}${instancePath} ${message}`)
}

test('the rules find what is wrong', () => {
  expect(faultsOf({ type: 'identity', id: 'identity--1' })).not.toEqual([])
  expect(faultsOf({ type: 'relationship', id: 'x', spec_version: '2.1' })).not.toEqual([])
})

test('what leaves as STIX 2.1 is as the specification says, refers to nothing that is not there, and is the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(graph(), fc.option(reportDay), ({ contents }, day) =>
      leaving(contents, day, async (outgoing) => {
        const text = await textOf(stix, outgoing)
        const bundle = JSON.parse(text) as StixObject & { readonly objects: readonly StixObject[] }
        expect(Object.keys(bundle)).toEqual(['type', 'id', 'objects'])
        expect([bundle.type, bundle.id]).toEqual(['bundle', expect.stringMatching(/^bundle--[0-9a-f-]{36}$/)])
        expect(bundle.objects.flatMap(faultsOf)).toEqual([])
        const ids = new Set(bundle.objects.map(({ id }) => id))
        expect(ids.size).toBe(bundle.objects.length)
        for (const each of bundle.objects)
          for (const ref of [
            each['created_by_ref'],
            each['source_ref'],
            each['target_ref'],
            each['object_refs'],
          ].flat())
            if (ref !== undefined) expect(ids).toContain(ref)
        for (const { start_time, stop_time } of bundle.objects as readonly {
          start_time?: string
          stop_time?: string
        }[])
          if (start_time !== undefined && stop_time !== undefined) expect(stop_time > start_time).toBe(true)
        expect(bundle.objects.filter(({ type }) => type === 'note').map((each) => each['content'])).toEqual([
          stix.loses,
        ])
        expect(await textOf(stix, outgoing)).toBe(text)
      }),
    ),
    { numRuns: numRuns(25, 1_000), seed: seed() },
  )
})
