import { keyOf } from '../domain/record-key.ts'
import { toStoreId } from '../ingest/case/ids.ts'
import { eventShape } from '../ingest/case/layout.ts'
import { toEvent } from '../ingest/case/to-contents.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { CaseChange, replacing } from './case-change.ts'
import { demandCase, demandUnchanged } from './demand.ts'
import { eventForm } from './file-form.ts'
import { makeEventId, ownId } from './ids.ts'
import { meantActor } from './one-actor.ts'
import type { Plan } from './plan.ts'
import { ConflictError, RecordError, type EventDraft } from './recorder.ts'

/** A new event, or, where a version is given, an event in place of the one of its id. */
export async function recordEvent(store: GraphStore, given: EventDraft, ifVersion: number | null): Promise<Plan> {
  const { collection } = given
  const { contents } = await demandCase(store, 'event.collection', collection)
  const merges = await store.merges()
  const draft = { ...given, actor: meantActor(merges, given.actor), target: meantActor(merges, given.target) }
  const own = await idOf(store, draft, ifVersion, new Set(contents.events.map(({ id }) => id)))
  const id = toStoreId(collection, own)
  const key = keyOf('event', id)
  const revision = await demandUnchanged(store, key, ifVersion)
  if (revision && ifVersion === null) {
    const says = `There is an event ${id} already. Leave the id out or write another; to replace it, give its version as ifVersion.`
    throw new ConflictError(key, revision.version, says)
  }
  const change = new CaseChange(contents)
  const event = change.read(eventShape, eventForm(draft, own), 'event')
  change.demandSound({ ...change.draft, events: replacing(change.draft.events, event, (each) => each.id) }, 'event')
  return { id, batch: { events: [toEvent(collection, event)] } }
}

/** An id that is made up is also none of an event that was retracted: that would bring it back. */
async function idOf(
  store: GraphStore,
  draft: EventDraft,
  ifVersion: number | null,
  taken: ReadonlySet<string>,
): Promise<string> {
  const { id, collection } = draft
  if (typeof id === 'string') return ownId(collection, 'event.id', id)
  if (ifVersion !== null) {
    throw new RecordError(
      'event.id',
      'ifVersion is for replacing an event. Write the id of that event, or leave ifVersion out.',
    )
  }
  const retracted = new Set((await store.removals()).map(({ key }) => key))
  return makeEventId(draft, (own) => {
    const whole = toStoreId(collection, own)
    return taken.has(whole) || retracted.has(keyOf('event', whole))
  })
}
