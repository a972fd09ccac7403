import type { Batch } from '../../graph-store.ts'
import { applyBatch } from '../apply/apply-batch.ts'
import { MIGRATIONS } from '../migrate.ts'
import { createMeta, setSchema } from '../queries/meta.ts'
import { inlined, Recorder } from './recorder.ts'

const NO_PARAMS = {}

/**
 * The statements that make an empty Neo4j a store which holds some batches, each ended by a semicolon and a line feed: those that the
 * store itself would send, with their values inside. A second run on the same database is refused by its constraints.
 */
export async function* cypherScript(title: string, batches: AsyncIterable<Batch>): AsyncIterable<string> {
  yield `${title
    .split(/\r?\n|\r/)
    .map((line) => `// ${line}\n`)
    .join('')}// For an empty database: cypher-shell < this file.\n`
  for (const statement of MIGRATIONS.flat()) yield `${statement.trim()};\n`
  yield `${inlined(createMeta.text, NO_PARAMS)};\n${inlined(setSchema.text, { schema: MIGRATIONS.length })};\n`
  const recorder = new Recorder()
  for await (const batch of batches) {
    await applyBatch({ writing: async (_, work) => (await work(recorder)).value }, batch)
    yield recorder
      .take()
      .map((statement) => `${statement};\n`)
      .join('')
  }
}
