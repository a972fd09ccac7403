import { atom } from 'nanostores'
import { VERSION } from '../api/documents/catalogue.ts'
import { onNotice, type StoreNotice } from '../api/notice.ts'
import { onReach, type Reach } from '../api/reach.ts'
import { request } from '../api/request.ts'
import { $away, $network } from './app.ts'
import { hold } from './held.ts'
import { timeWords } from './words/dates.ts'
import { $mayAsk } from './session.ts'

/** The server does not answer, or not yet. `seen` says of what time everything is that is shown. */
export interface ServerAway {
  readonly reach: Exclude<Reach, { readonly is: 'here' }>
  readonly seen: string
}

/** Null: it answers. */
export const $server = atom<ServerAway | null>(null)

/** In how many seconds it is asked again whether what is away is back; null: it is being asked, or nothing is away. */
export const $lookIn = atom<number | null>(null)

/** A database that is away is asked for this often, so that the page says that it is back to a reader who asks nothing. */
const LOOK_EVERY_MS = 4000
/** A server that is gone is asked for ever less often. */
const WAITS_MS = [2000, 4000, 8000, 15_000, 30_000]
const STARTING_MS = 1000

interface Calls {
  /** The database is there again: everything may have changed. */
  readonly onDatabase: () => void
  /** The server is there again: what failed can be asked. */
  readonly onServer: () => void
}

let timer: ReturnType<typeof setTimeout> | undefined
let counting: ReturnType<typeof setInterval> | undefined
let looks = 0
let drawnAt: string | null = null

/** Keeps `$away` and `$server` true to what the answers say. */
export function keepLooking({ onDatabase, onServer }: Calls): void {
  $network.listen(({ state }) => {
    if (state === 'ok') drawnAt = new Date().toISOString()
  })
  onNotice((notice) => {
    const was = $away.get()
    if (was === null && notice === null) return
    $away.set(notice && { says: notice.says, seen: seenWords(notice, new Date()) })
    if (notice) return later(LOOK_EVERY_MS)
    if ($server.get() === null) stop()
    onDatabase()
  })
  onReach((reach) => {
    if (reach.is === 'here') {
      if ($server.get() === null) return
      looks = 0
      $server.set(null)
      stop()
      return onServer()
    }
    $server.set({
      reach,
      seen: drawnAt ? `You see the last picture, from ${timeWords(drawnAt, new Date())}; nothing is lost.` : '',
    })
    later(reach.is === 'starting' ? STARTING_MS : (WAITS_MS[Math.min(looks, WAITS_MS.length - 1)] ?? LOOK_EVERY_MS))
  })
}

/** Asks at once. */
export function lookNow(): void {
  looks = 0
  stop()
  look()
}

/** Says nothing of server and database any more, and asks nothing. */
function forget(): void {
  stop()
  looks = 0
  drawnAt = null
  $away.set(null)
  $server.set(null)
}

hold({ clear: forget })

function stop(): void {
  clearTimeout(timer)
  clearInterval(counting)
  timer = undefined
  $lookIn.set(null)
}

/** Whatever else was asked and failed meanwhile does not put the next look off. */
function later(wait: number): void {
  if (timer !== undefined) return
  $lookIn.set(wait / 1000)
  counting = setInterval(() => $lookIn.set(Math.max(1, ($lookIn.get() ?? 1) - 1)), 1000)
  timer = setTimeout(() => {
    stop()
    looks++
    look()
  }, wait)
}

function seenWords({ readAt }: Pick<StoreNotice, 'readAt'>, now: Date): string {
  return `You see what was read at ${timeWords(readAt, now)}; nothing is lost.`
}

/** Whatever comes of it is told by `onNotice` and `onReach`. */
function look(): void {
  if (!$mayAsk.get()) return
  request(VERSION, {})
    .catch(() => {})
    .finally(() => {
      if ($away.get() ?? $server.get()) later(LOOK_EVERY_MS)
    })
}
