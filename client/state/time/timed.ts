import { atom } from 'nanostores'
import { TIME, TIME_BARS } from '../../api/documents/time.ts'
import type { TimeBarsQuery } from '../../api/generated/graphql.ts'
import { request } from '../../api/request.ts'
import type { Loaded } from '../loaded.ts'
import { Loader } from '../loader.ts'
import type { EventRow } from '../types.ts'

export type Bucket = TimeBarsQuery['timeline']['buckets'][number]

/** What the time axis is made for: everything of a collection, whatever the window and the day of knowing. */
export interface Timed {
  readonly collection: string
  readonly events: readonly EventRow[]
  /** Where there are too many events to draw each: how many began when. */
  readonly buckets: readonly Bucket[] | null
}

export const $timed = atom<Loaded<Timed>>({ state: 'idle' })

export const timed = new Loader($timed)

export function loadTimed(collection: string): void {
  timed.load(collection, (signal) => askTimed(collection, signal))
}

async function askTimed(collection: string, signal: AbortSignal): Promise<Timed> {
  const filter = { collections: [collection] }
  const { events } = await request(TIME, { filter }, signal)
  if (events.total <= events.nodes.length) return { collection, events: events.nodes, buckets: null }
  const months = await request(TIME_BARS, { filter, bucket: 'MONTH' }, signal)
  const bucket = bucketFor(months.timeline.buckets.length)
  const { timeline } = bucket === 'MONTH' ? months : await request(TIME_BARS, { filter, bucket }, signal)
  return { collection, events: [], buckets: timeline.buckets }
}

/** So that the bars are neither too few nor too thin. */
function bucketFor(months: number): 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' {
  if (months <= 4) return 'DAY'
  if (months <= 24) return 'WEEK'
  return months <= 240 ? 'MONTH' : 'YEAR'
}
