import type { CollectionRecord, EventRecord } from '../../domain/records.ts'

/** The event without links to events that are gone; the same object where it has none. */
export function withoutLinks(event: EventRecord, isGone: (event: string) => boolean): EventRecord {
  if (!event.breaks.some(isGone) && !event.restores.some(isGone)) return event
  return {
    ...event,
    breaks: event.breaks.filter((id) => !isGone(id)),
    restores: event.restores.filter((id) => !isGone(id)),
  }
}

/** The collection without a headline that is gone; the same object where it has another. */
export function withoutHeadline(collection: CollectionRecord, isGone: (event: string) => boolean): CollectionRecord {
  const { headline } = collection
  return headline !== null && isGone(headline) ? { ...collection, headline: null } : collection
}
