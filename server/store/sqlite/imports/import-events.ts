import type { EventRecord } from '../../../domain/records.ts'
import { FLAG } from '../../../domain/snapshot.ts'
import { codeOf, EVENT_KINDS, MARKS, STAGES } from '../../../domain/words.ts'
import { demand } from '../../differing.ts'
import { BrokenTextError } from '../../errors.ts'
import { foldedWords } from '../../event-words.ts'
import type { BatchOutcome } from '../../import-store.ts'
import { isWellFormed } from '../../is-same.ts'
import type { Connection } from '../connection.ts'
import { actorRefs } from '../queries/actors.ts'
import { collectionRefs } from '../queries/collections.ts'
import { insertEventWords } from '../queries/events.ts'
import { importedById, insertImported, ownEvents, type ImportedRow } from '../queries/import-events.ts'
import { insertWords, wordRefs } from '../queries/words.ts'
import { list } from '../sql.ts'
import type { Into } from './import-parts.ts'
import type { ImportSession } from './session.ts'

/** Values of a row that say what the event is: what follows says who wrote it. */
const SAYING = 23
const FLAGS = 6

/** Writes new events and finds out about those that are there. @throws DanglingReferenceError, BrokenTextError, EdtfError */
export function importEvents(into: Into, session: ImportSession, events: readonly EventRecord[]): BatchOutcome {
  if (events.length === 0) return { events: 0, held: [], differing: [] }
  const { db } = into
  const collections = new Map(db.all(collectionRefs, { ids: list(new Set(events.map((each) => each.collection))) }))
  learn(db, session, events)
  const there = new Map<string, { readonly index: number; readonly row: ImportedRow }>()
  for (const [index, record] of events.entries()) {
    const row = toRow(into, session, collections, record)
    const { rows, key } = db.runByPlace(insertImported, row)
    if (rows === 0) there.set(record.id, { index, row })
    else if (record.scope !== null || record.summary !== null) indexWords(db, key, record)
  }
  return there.size === 0 ? { events: events.length, held: [], differing: [] } : compare(into, events.length, there)
}

/** Events that are there: the import's own, those of others, and those that say something else. */
function compare(
  { db, import: own }: Into,
  given: number,
  there: ReadonlyMap<string, { readonly index: number; readonly row: ImportedRow }>,
): BatchOutcome {
  const held: number[] = []
  const differing: number[] = []
  const refs: number[] = []
  for (const [ref, owner, byHand, id, ...rest] of db.all(importedById, { ids: list(there.keys()) })) {
    const wanted = there.get(id)
    if (!wanted) continue
    if (byHand === 0 && !saysSame([id, ...rest], wanted.row)) {
      differing.push(wanted.index)
    } else if (owner !== own) {
      held.push(wanted.index)
      refs.push(ref)
    }
  }
  if (refs.length > 0) db.run(ownEvents, { import: own, refs: list(refs) })
  const inOrder = (a: number, b: number): number => a - b
  return {
    events: given - held.length - differing.length,
    held: held.sort(inOrder),
    differing: differing.sort(inOrder),
  }
}

/** Whether a row is a second half is no word of the row's own. */
function saysSame(held: readonly unknown[], given: ImportedRow): boolean {
  for (let at = 0; at < SAYING; at++) {
    if (at === FLAGS) {
      if ((Number(held[at]) | FLAG.MIRROR) !== (given[at] | FLAG.MIRROR)) return false
    } else if (held[at] !== given[at]) {
      return false
    }
  }
  return true
}

/** Finds the refs of all words and actors that some events name. */
function learn(db: Connection, session: ImportSession, events: readonly EventRecord[]): void {
  const { actors, words } = session
  const newActors = new Set<string>()
  const newWords = new Set<string>()
  const word = (text: string): void => {
    if (!words.has(text)) newWords.add(text)
  }
  for (const { actor, target, subtype, coded } of events) {
    if (!actors.has(actor)) newActors.add(actor)
    if (!actors.has(target)) newActors.add(target)
    word(subtype)
    if (!coded) continue
    word(coded.code)
    word(coded.system)
    word(coded.actorName)
    word(coded.targetName)
    if (coded.publisher !== null) word(coded.publisher)
  }
  if (newActors.size > 0) for (const [id, ref] of db.all(actorRefs, { ids: list(newActors) })) actors.set(id, ref)
  if (newWords.size === 0) return
  for (const text of newWords) if (!text.isWellFormed()) throw new BrokenTextError(text)
  db.run(insertWords, { texts: list(newWords) })
  for (const [text, ref] of db.all(wordRefs, { ids: list(newWords) })) words.set(text, ref)
}

function toRow(
  into: Into,
  session: ImportSession,
  collections: ReadonlyMap<string, number>,
  record: EventRecord,
): ImportedRow {
  const { id, coded, scope, summary } = record
  if (!isWellFormed([id, scope, summary, coded?.locator ?? null])) throw new BrokenTextError(id)
  const days = session.daysOf(record.occurred)
  const word = (text: string): number => session.words.get(text) ?? 0
  const actor = session.actors.get(record.actor) ?? demand(session.actors, `event ${id}`, 'actor', record.actor)
  const target = session.actors.get(record.target) ?? demand(session.actors, `event ${id}`, 'actor', record.target)
  const collection = collections.get(record.collection)
  return [
    id,
    collection ?? demand(collections, `event ${id}`, 'collection', record.collection),
    actor,
    target,
    days.earliest,
    days.latest,
    days.flags | (coded?.mirror ? FLAG.MIRROR : 0),
    codeOf(EVENT_KINDS, record.kind),
    word(record.subtype),
    codeOf(STAGES, record.stage),
    record.strength,
    codeOf(MARKS, record.mark),
    scope,
    summary,
    record.occurred,
    coded?.reported ?? null,
    coded ? word(coded.code) : null,
    coded ? word(coded.system) : null,
    coded?.goldstein ?? null,
    coded ? word(coded.actorName) : null,
    coded ? word(coded.targetName) : null,
    coded && coded.publisher !== null ? word(coded.publisher) : null,
    coded?.locator ?? null,
    into.writer,
    into.import,
    into.version,
    into.version,
  ]
}

function indexWords(db: Connection, ref: number, record: EventRecord): void {
  const folded = foldedWords(record)
  if (folded !== '') db.run(insertEventWords, { ref, folded })
}
