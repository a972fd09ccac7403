import { FLAT_QUERY, LAYER_QUERY, measureLayer } from '../layer.ts'
import type { Part } from '../part.ts'
import { short, times } from '../report.ts'
import { dataFolder } from '../stores.ts'

const REQUESTS_A_ROUND = 50

export const layer: Part = async ({ sizes, rounds, folder }) => {
  const { data } = await dataFolder(folder, sizes.at(-1) ?? 0)
  const rows: string[][] = []
  for (const [name, query] of [
    ['500 ties with both names', LAYER_QUERY],
    ['500 ties of five plain fields', FLAT_QUERY],
  ] as const) {
    const { ours, raw, kB } = await measureLayer(data, query, rounds, REQUESTS_A_ROUND)
    rows.push([name, short(ours), short(raw), times(ours, raw), short(kB)])
  }
  return {
    title: 'The GraphQL layer',
    says: 'CPU time a request of the whole server, beside bare `node:http` with `JSON.stringify` of the same answer, each a process of its own, in turn. 2 × was to be reached.',
    head: ['answer', 'CPU ms', 'bare, CPU ms', 'times', 'kB'],
    rows,
  }
}
