import { openAt, type Where } from './any-store.ts'
import { mixedBatch } from './whole-batches.ts'

/** Applies batches to the store that it is told of, from where that stands, until it is killed; says the version of each that is done. */
const { where } = JSON.parse(process.argv[2] ?? '') as { readonly where: Where }
const store = await openAt(where)
for (;;) {
  const { version } = await store.apply(mixedBatch((await store.version()) + 1))
  process.stdout.write(`${version}\n`)
}
