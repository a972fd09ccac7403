import { MOST_EVENTS_LISTED } from '../../change-list.ts'
import type { ImportEnd } from '../../import-store.ts'
import { holdCollections } from '../queries/collections.ts'
import { forgetMirrors, idsOfImport, mirrorNotes } from '../queries/import-events.ts'
import { endImport } from '../queries/imports.ts'
import { partsOfImport } from '../queries/owned.ts'
import { raiseVersion } from '../queries/version.ts'
import { prefixOf } from '../read-collection.ts'
import type { Connection } from '../run.ts'
import { demandImport } from './held-import.ts'
import { keepGreatest } from './keep-greatest.ts'
import { turnMirrors } from './mirrors.ts'
import { noteChange } from './note-change.ts'
import { touch } from './touch.ts'

/** @throws NoImportError */
export async function finishImport(
  db: Connection,
  id: string,
  { at, counts }: ImportEnd,
): Promise<{ readonly version: number }> {
  return db.writing('finish-import', async (transaction) => {
    const [raised = 0] = await transaction.all(raiseVersion, {})
    const { record } = await demandImport(transaction, id, ['UNFINISHED', 'DONE'])
    if (record.state === 'DONE') return { keep: false, value: { version: raised - 1 } }
    const { collection } = record
    const parts = await transaction.all(partsOfImport, { import: id })
    const shared = parts.filter(({ others }) => others > 0).map(({ key }) => key)
    const alone = parts.filter(({ others }) => others === 0).map(({ key }) => key)
    await transaction.run(endImport, { id, at, counts: JSON.stringify(counts) })
    await keepGreatest(transaction, shared, raised)
    await touch(transaction, alone, raised)
    await transaction.run(holdCollections, { ids: [collection] })
    const turned = await transaction.all(mirrorNotes, { collection })
    await turnMirrors(transaction, turned)
    await transaction.run(forgetMirrors, { collection })
    const own = { import: id, prefix: prefixOf(collection), most: MOST_EVENTS_LISTED + 1 }
    const ids = [...turned.map((each) => each.id), ...(await transaction.all(idsOfImport, own))]
    await noteChange(transaction, raised, new Set(ids), true)
    return { keep: true, value: { version: raised } }
  })
}
