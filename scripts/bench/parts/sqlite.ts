import Database from 'better-sqlite3'
import { ask } from '../asking.ts'
import { inTurn, ownCpu } from '../measure.ts'
import type { Part } from '../part.ts'
import { short, times } from '../report.ts'
import { serve } from '../served.ts'
import { dataFolder, SUBJECT } from '../stores.ts'

const DETAILS = `query ($filter: EventFilter) {
  events(filter: $filter, first: 100) { nodes { id summary kind subtype sentence actor { name } target { name } } }
}`
const SEARCH = '{ search(text: "polic") { actor { id name } } }'
const NAME = '(SELECT name FROM actor_entry n WHERE n.actor = e.%s LIMIT 1)'
const DETAILS_SQL = `
  SELECT e.id, e.summary, e.kind, s.text AS subtype, e.occurred, ${NAME.replace('%s', 'actor')} AS actor,
    ${NAME.replace('%s', 'target')} AS target
  FROM event e JOIN word s ON s.ref = e.subtype
  WHERE e.actor = (SELECT ref FROM actor WHERE id = ?) AND e.target = (SELECT ref FROM actor WHERE id = ?)
  ORDER BY e.reported DESC, e.id LIMIT 100`
const SEARCH_SQL = `
  SELECT a.id, n.text FROM name_words w JOIN name n ON n.ref = w.rowid JOIN actor_entry r ON r.ref = n.entry
  JOIN actor a ON a.ref = r.actor WHERE name_words MATCH ? ORDER BY w.rank LIMIT 20`

export const sqlite: Part = async ({ sizes, rounds, folder, say }) => {
  const rows: string[][] = []
  for (const events of sizes) {
    const { data, file } = await dataFolder(folder, events)
    say(`details and search over ${events}`)
    const served = await serve(data)
    const db = new Database(file, { readonly: true })
    try {
      const details = db.prepare(DETAILS_SQL)
      const search = db.prepare(SEARCH_SQL)
      const filter = { actor: SUBJECT.hub, target: SUBJECT.other }
      const cpu = () => ownCpu() + served.cpu() * 1000
      const asked = async (query: string, variables: unknown) => {
        const { body } = await ask(served.address, query, variables)
        if (body.errors) throw new Error(body.errors[0]?.message)
      }
      const figures = await inTurn(
        rounds,
        {
          details: () => asked(DETAILS, { filter }),
          'bare details': () => JSON.stringify(details.all(filter.actor, filter.target)),
          search: () => asked(SEARCH, {}),
          'bare search': () => JSON.stringify(search.all('polic*')),
        },
        cpu,
      )
      for (const [name, what] of [
        ['details', '100 events of a pair'],
        ['search', 'search of names'],
      ] as const) {
        const [ours, bare] = [figures[name], figures[`bare ${name}`]]
        rows.push([
          `${what}, ${events.toLocaleString('en')}`,
          `${short(ours.median)} / ${short(ours.p95)}`,
          `${short(bare.median)} / ${short(bare.p95)}`,
          times(ours.median, bare.median),
        ])
      }
    } finally {
      db.close()
      await served.stop()
    }
  }
  return {
    title: 'Details and search on SQLite',
    says: 'What questions read from the store by id, over HTTP through the whole server, beside hand-written SQL by better-sqlite3 on the same file with its rows as JSON, in a process that serves nobody. Median / p95 in milliseconds.',
    head: ['what, events', 'ms', 'bare, ms', 'times'],
    rows,
  }
}
