import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { hubBatches } from '../../../scripts/bench/hub.ts'
import { storeFile } from '../../../server/config.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { serveEntente, temporaryFolder, type Served } from '../../support/entente-process.ts'
import { ask, post, PUBLIC, type Front, type Target } from './attack.ts'

const TOKENS = { read: 'read-0123456789-abcdef', write: 'write-0123456789-abcdef' }
const WITH_TOKENS = { ENTENTE_READ_TOKENS: `ben:${TOKENS.read}`, ENTENTE_WRITE_TOKENS: `ada:${TOKENS.write}` }

const ENV: Readonly<Record<Front, Readonly<Record<string, string>>>> = {
  local: {},
  tokens: WITH_TOKENS,
  proxied: { ...WITH_TOKENS, ENTENTE_PUBLIC_URL: `https://${PUBLIC}` },
}

/** The three servers, each a process of its own, until `stop`. */
export interface Fronts {
  readonly target: (front: Front) => Target
  readonly served: (front: Front) => Served
  readonly stop: () => Promise<void>
}

/**
 * Each holds the seeded case and a feed of so many events: where there is little to ask for, nothing costs much and nothing would be
 * refused.
 */
export async function startFronts(events = 5_000): Promise<Fronts> {
  const { folder, remove } = temporaryFolder()
  const filled = storeFile(folder)
  await fill(filled, events)
  const all = new Map<Front, Served>()
  const stop = async () => {
    await Promise.all([...all.values()].map((served) => served.stop()))
    remove()
  }
  const served = (front: Front) => {
    const there = all.get(front)
    if (!there) throw new Error(`The server ${front} has not started.`)
    return there
  }
  try {
    await Promise.all(
      (Object.keys(ENV) as Front[]).map(async (front) => {
        copyFileSync(filled, storeFile(join(folder, front)))
        all.set(front, await serveEntente(join(folder, front), ENV[front]))
      }),
    )
  } catch (error) {
    await stop()
    throw error
  }
  return {
    served,
    stop,
    target: (front) => ({
      front,
      port: Number(new URL(served(front).address).port),
      tokens: front === 'local' ? null : TOKENS,
    }),
  }
}

async function fill(file: string, events: number): Promise<void> {
  const store = openSqliteStore(file)
  for (const batch of hubBatches(events, 5_000)) await store.apply(batch)
  await store.close()
}

/** What a server answers that has taken no harm: the question of the product, and whether it is ready. */
export async function healthOf(
  target: Target,
): Promise<{ readonly names: readonly string[]; readonly ready: boolean }> {
  const query = '{ distancing(toward: "us", include: [CONDEMNATION]) { rows { who { name } } } }'
  const { text } = await post(target, { query })
  const { data } = JSON.parse(text) as { data: { distancing: { rows: readonly { who: { name: string } }[] } } }
  const ready = await ask(target, { path: '/readyz' })
  const said = JSON.parse(ready.text) as { ready: boolean }
  return { names: data.distancing.rows.map(({ who }) => who.name), ready: said.ready }
}
