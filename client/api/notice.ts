/** What the server says beside an answer while its database is away: the answer is of what it held in memory. */
export interface StoreNotice {
  /** A sentence for people: what is away and what to do. */
  readonly says: string
  /** The store's version that the answer is of. */
  readonly version: number
  /** When the memory was last known to be what the database holds: `2026-11-23T14:32:05.120Z`. */
  readonly readAt: string
}

type Listener = (notice: StoreNotice | null) => void

let listener: Listener = () => {}
let lastAsked = 0
let lastTold = 0

/** Calls with the notice of each answer that bears one, and with null for each that proves the database to be there. */
export function onNotice(call: Listener): void {
  listener = call
}

/**
 * Takes the place of a request among the others. What its answer says is told unless that of a later request was told already: answers
 * overtake each other.
 */
export function listenBeside(): (answer: unknown) => void {
  const place = ++lastAsked
  return (answer) => {
    const notice = noticeOf(answer)
    if (notice === undefined || place < lastTold) return
    lastTold = place
    listener(notice)
  }
}

/** @returns null where the answer proves that the database is there; undefined where it says nothing of it, as most errors do */
export function noticeOf(answer: unknown): StoreNotice | null | undefined {
  if (!isRecord(answer)) return undefined
  const notice = isRecord(answer['extensions']) ? answer['extensions']['notice'] : undefined
  if (isNotice(notice)) return notice
  return answer['errors'] === undefined && isRecord(answer['data']) ? null : undefined
}

function isNotice(value: unknown): value is StoreNotice {
  return (
    isRecord(value) &&
    typeof value['says'] === 'string' &&
    typeof value['version'] === 'number' &&
    typeof value['readAt'] === 'string'
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
