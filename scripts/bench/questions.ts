import { ask, spread } from './asking.ts'
import { catalogue, type Subject } from './catalogue.ts'
import { REAL_HUB, REAL_LAST_DAY } from './real-events.ts'
import { serve } from './served.ts'

/**
 * `node scripts/bench/questions.ts <data folder> [rounds] [part of a name] [node flags]`: asks the catalogue of a server over that
 * folder, in turn, and writes how long each question took.
 */
const [, , folder = '', rounds = '15', only = '', ...flags] = process.argv
const SUBJECT: Subject = {
  hub: REAL_HUB,
  other: 'china',
  far: 'police-singapore',
  lastDay: REAL_LAST_DAY,
  monthAgo: '2018-08-29',
  yearAgo: '2017-09-28',
}

const served = await serve(folder, flags)
process.stdout.write(`ready after ${Math.round(served.readyMs)} ms, ${Math.round(served.rssMb())} MB\n`)
try {
  for (const question of catalogue(SUBJECT).filter(({ name }) => name.includes(only))) {
    const variables = { ...question.variables }
    if (question.name.startsWith('page of events')) variables['after'] = await deepCursor(question.query, 20)
    for (let i = 0; i < 3; i++) await ask(served.address, question.query, variables)
    const before = served.cpu()
    const times: number[] = []
    let bytes = 0
    let fault = ''
    for (let i = 0; i < Number(rounds); i++) {
      const answer = await ask(served.address, question.query, variables)
      times.push(answer.ms)
      bytes = answer.bytes
      fault = answer.body.errors?.[0]?.message ?? ''
    }
    const cpu = ((served.cpu() - before) * 1000) / times.length
    const { median, p95 } = spread(times)
    const over = p95 > question.within ? ' OVER' : ''
    process.stdout.write(
      `${question.name.padEnd(36)} ${median.toFixed(1).padStart(8)} ${p95.toFixed(1).padStart(8)} ms  cpu ${cpu.toFixed(1).padStart(7)}  ${(bytes / 1000).toFixed(1)} kB${over} ${fault}\n`,
    )
  }
  process.stdout.write(`${Math.round(served.rssMb())} MB at the end\n`)
} finally {
  await served.stop()
}

async function deepCursor(query: string, pages: number): Promise<string | null> {
  let after: string | null = null
  for (let page = 0; page < pages; page++) {
    const { body } = await ask(served.address, query, { after })
    const data = body.data as { readonly events: { readonly pageInfo: { readonly endCursor: string } } } | undefined
    after = data?.events.pageInfo.endCursor ?? null
  }
  return after
}
