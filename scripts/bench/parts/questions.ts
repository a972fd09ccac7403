import { ask } from '../asking.ts'
import { catalogue, type Question } from '../catalogue.ts'
import { toFigures, type Figures, type Sample } from '../measure.ts'
import type { Part } from '../part.ts'
import { short } from '../report.ts'
import { serve, type Served } from '../served.ts'
import { dataFolder, SUBJECT } from '../stores.ts'

const PAGE = 20
/** What the plot shows of them. */
const SHOWN = ['hub, a year', 'ties, all', 'ties with episodes, all', 'distancing, all', 'paths', 'facets']

export const questions: Part = async ({ sizes, rounds, folder, say }) => {
  const bySize = new Map<number, ReadonlyMap<string, Figures>>()
  for (const events of sizes) {
    const { data } = await dataFolder(folder, events)
    say(`questions over ${events}`)
    const served = await serve(data)
    try {
      bySize.set(events, await askAll(served, rounds))
    } finally {
      await served.stop()
    }
  }
  const all = catalogue(SUBJECT)
  const figures = (name: string, events: number) => bySize.get(events)?.get(name)
  return {
    title: 'Questions',
    says: 'Through the whole server over HTTP, SQLite below, all questions in turn, round after round: median / p95 in milliseconds, and CPU time of the server. Bold: p95 over what was promised for 470,000 events.',
    head: ['question', ...sizes.flatMap((events) => [events.toLocaleString('en'), 'CPU']), 'to reach'],
    rows: all.map(({ name, within }) => [
      name,
      ...sizes.flatMap((events) => cells(figures(name, events), within)),
      String(within),
    ]),
    growth: SHOWN.map((name) => ({
      name,
      points: sizes.map((events) => ({ events, ms: figures(name, events)?.median ?? 0 })),
    })),
  }
}

function cells(figures: Figures | undefined, within: number): string[] {
  if (!figures) return ['–', '–']
  const { median, p95, cpu } = figures
  return [`${short(median)} / ${p95 > within ? `**${short(p95)}**` : short(p95)}`, short(cpu)]
}

async function askAll(served: Served, rounds: number): Promise<ReadonlyMap<string, Figures>> {
  const all: Question[] = []
  for (const each of catalogue(SUBJECT)) all.push(await atDepth(served, each))
  const samples = new Map(all.map(({ name }) => [name, [] as Sample[]]))
  for (let round = -2; round < rounds; round++) {
    for (const question of all) {
      const sample = await askOne(served, question)
      if (round >= 0) samples.get(question.name)?.push(sample)
    }
  }
  return new Map(Array.from(samples, ([name, each]) => [name, toFigures(each)]))
}

/** The question with the cursor of its page, where it is about a page. */
async function atDepth(served: Served, question: Question): Promise<Question> {
  if (!question.name.startsWith('page of events')) return question
  let after: string | null = null
  for (let page = 1; page < PAGE; page++) {
    const { body } = await ask(served.address, question.query, { after })
    const data = body.data as { readonly events: { readonly pageInfo: { readonly endCursor: string } } } | undefined
    after = data?.events.pageInfo.endCursor ?? null
  }
  return { ...question, variables: { after } }
}

async function askOne(served: Served, { name, query, variables }: Question): Promise<Sample> {
  const before = served.cpu()
  const { ms, body } = await ask(served.address, query, variables)
  const fault = body.errors?.[0]?.message
  if (fault !== undefined) throw new Error(`${name}: ${fault}`)
  return { wall: ms, cpu: (served.cpu() - before) * 1000 }
}
