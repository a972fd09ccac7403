import { afterEach, beforeEach, expect, test } from 'vitest'
import { SEEDED_CASE } from '../../server/cli/seeded-case.ts'
import { checkCase } from '../../server/ingest/case/check-case.ts'
import { loadCase } from '../../server/ingest/load.ts'
import { CASE, serving, type Serving } from './serving.ts'

/** Two actors are declared to be one: looked at first, done, read everywhere, kept by a load, taken back. */
let served: Serving
beforeEach(async () => {
  served = await serving()
})
afterEach(() => served.close())

const MERGE = `mutation ($from: ID!, $into: ID!, $preview: Boolean, $reason: String) {
  mergeActors(from: $from, into: $into, preview: $preview, reason: $reason) {
    from into preview aliases events affiliations collections obstacles version change } }`

interface Merged {
  readonly version: number
  readonly change: string | null
  readonly aliases: readonly string[]
  readonly obstacles: readonly string[]
}

const pair = { from: 'uk-officials', into: 'legal-experts' }

/** Everything that names the one or the other. */
const EVERYWHERE = `{ uk: actor(id: "uk-officials") { name } experts: actor(id: "legal-experts") { name aliases
    affiliations { type to { id } } events { nodes { id version } } ties { items { id total } } }
  distancing(toward: "us", include: [CONDEMNATION], level: ACTOR) { rows { who { id } acts { eventCount } } }
  merges { from into who } collections { actorCount } }`

test('a preview tells what would happen and writes nothing', async () => {
  const version = await served.store.version()
  const before = await served.ask(EVERYWHERE)
  const { mergeActors } = await served.ask<{ mergeActors: Merged }>(MERGE, { ...pair, preview: true })
  expect({ mergeActors: { ...mergeActors, aliases: mergeActors.aliases.toSorted() } }).toEqual({
    mergeActors: {
      ...pair,
      preview: true,
      aliases: ['British officials', 'UK officials'],
      events: 1,
      affiliations: 1,
      collections: [CASE],
      obstacles: [],
      version,
      change: null,
    },
  })
  expect(await served.ask(EVERYWHERE)).toEqual(before)
})

test('a merge is read everywhere, kept by a load of the case, and undone whole', async () => {
  const before = await served.ask<{ collections: [{ actorCount: number }] }>(EVERYWHERE)
  const { mergeActors } = await served.ask<{ mergeActors: Merged }>(MERGE, { ...pair, reason: 'One and the same.' })
  expect(mergeActors).toMatchObject({ ...pair, preview: false, events: 1, change: String(mergeActors.version) })
  const after = await served.ask(EVERYWHERE)
  expect(after).toMatchObject({
    uk: null,
    experts: {
      name: 'Legal experts',
      aliases: ['British officials', 'UK officials'],
      affiliations: [{ type: 'PART_OF', to: { id: 'uk' } }],
      ties: { items: [{ id: 'legal-experts>us', total: 2 }] },
    },
    merges: [{ ...pair, who: 'local' }],
    collections: [{ actorCount: before.collections[0].actorCount - 1 }],
  })
  expect(await served.ask('{ merges { at } search(text: "British officials") { actor { id } } }')).toEqual({
    merges: [{ at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) }],
    search: [{ actor: { id: 'legal-experts' } }],
  })
  const { auditLog } = await served.ask<{ auditLog: { nodes: { change: string; after: unknown }[] } }>(
    '{ auditLog { nodes { change action reason after } } }',
  )
  const entries = auditLog.nodes.filter((entry) => entry.change === mergeActors.change)
  expect(entries).toContainEqual({
    change: mergeActors.change,
    action: 'mergeActors',
    reason: 'One and the same.',
    after: { merged: pair },
  })

  const { contents } = await checkCase(SEEDED_CASE)
  if (!contents) throw new Error('The seeded case has problems.')
  await loadCase(served.store, contents, CASE)
  expect(await served.ask(EVERYWHERE)).toEqual(after)

  const { undo } = await served.ask<{ undo: { records: readonly string[] } }>(
    'mutation ($change: ID!) { undo(change: $change) { records version change } }',
    mergeActors,
  )
  expect(undo.records).toContain(`event:${CASE}/uk-officials-condemn-strikes`)
  expect(withoutVersions(await served.ask(EVERYWHERE))).toEqual(withoutVersions(before))
})

test('acts of the one toward the other are an obstacle, told alike by the preview and where nothing is written', async () => {
  const version = await served.store.version()
  for (const preview of [true, false]) {
    const { mergeActors } = await served.ask<{ mergeActors: Merged }>(MERGE, { from: 'canada', into: 'us', preview })
    expect(mergeActors).toMatchObject({ preview, change: null, version })
    expect(mergeActors.obstacles).not.toEqual([])
    for (const sentence of mergeActors.obstacles) expect(sentence).toMatch(/^[A-Z].*[.]$/)
  }
  expect(await served.store.version()).toBe(version)
})

function withoutVersions(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (name, value: unknown) => (name === 'version' ? undefined : value)))
}
