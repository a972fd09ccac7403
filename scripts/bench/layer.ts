import { ask, spread } from './asking.ts'
import { serve, serveRaw, type Served } from './served.ts'

/** What the GraphQL layer costs beside bare HTTP, by CPU: 500 ties of five fields. */
export const LAYER_QUERY = '{ ties(first: 500) { items { id actor { id name } target { id name } total net } } }'
/** Five fields of scalars, no objects inside. */
export const FLAT_QUERY = '{ ties(first: 500) { items { id total net disputed answered } } }'

export interface LayerFigures {
  /** Milliseconds of CPU a request. */
  readonly ours: number
  readonly raw: number
  readonly kB: number
}

/** @param rounds in turn, so that what else the machine does weighs on both. */
export async function measureLayer(folder: string, query: string, rounds: number, many: number): Promise<LayerFigures> {
  const ours = await serve(folder)
  try {
    const { body, bytes } = await ask(ours.address, query)
    if (body.errors) throw new Error(body.errors[0]?.message)
    const raw = await serveRaw(body)
    try {
      await cpuOf(ours, query, many)
      await cpuOf(raw, query, many)
      const figures = { ours: [] as number[], raw: [] as number[] }
      for (let round = 0; round < rounds; round++) {
        figures.ours.push(await cpuOf(ours, query, many))
        figures.raw.push(await cpuOf(raw, query, many))
      }
      return { ours: spread(figures.ours).median, raw: spread(figures.raw).median, kB: bytes / 1000 }
    } finally {
      await raw.stop()
    }
  } finally {
    await ours.stop()
  }
}

async function cpuOf(served: Served, query: string, many: number): Promise<number> {
  const before = served.cpu()
  for (let i = 0; i < many; i++) await ask(served.address, query)
  return ((served.cpu() - before) * 1000) / many
}

if (import.meta.main) {
  const [, , folder = '', rounds = '3', many = '200'] = process.argv
  for (const [name, query] of [
    ['nested', LAYER_QUERY],
    ['flat', FLAT_QUERY],
  ] as const) {
    const { ours, raw, kB } = await measureLayer(folder, query, Number(rounds), Number(many))
    process.stdout.write(
      `${name}: ${ours.toFixed(2)} ms of CPU, raw ${raw.toFixed(2)}: ${(ours / raw).toFixed(2)} times (${kB.toFixed(0)} kB)\n`,
    )
  }
}
