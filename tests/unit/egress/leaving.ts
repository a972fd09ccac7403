import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Day } from '../../../server/domain/days.ts'
import type { CollectionContents } from '../../../server/domain/records.ts'
import { select } from '../../../server/domain/select.ts'
import { createView } from '../../../server/domain/view.ts'
import { gather } from '../../../server/egress/gather.ts'
import type { Format, Outgoing } from '../../../server/egress/outgoing.ts'
import { loadAll } from '../../../server/memory/load.ts'
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts'
import { allOf } from '../../support/all-of.ts'
import { toBatch } from '../../support/records.ts'

/** What leaves of a store that holds some collections, read as known on a day (null: on the last); gone when `look` has ended. */
export async function leaving<T>(
  contents: readonly CollectionContents[],
  asKnownOn: Day | null,
  look: (outgoing: Outgoing) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-leaving-'))
  const store = openSqliteStore(join(folder, 'entente.sqlite'))
  try {
    for (const each of contents) await store.apply(toBatch(each))
    const { snapshot } = await loadAll(store)
    const view = createView(snapshot, asKnownOn, null)
    const rows = select(view, {}, { level: 'ACTOR', purpose: 'LIST' })
    return await look(await gather({ view, rows, filter: {}, onlyNamed: false, store }))
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

export async function textOf(format: Format, outgoing: Outgoing): Promise<string> {
  return (await allOf(format.write(outgoing))).join('')
}
