import { VERSION } from '../api/documents/catalogue.ts'
import { onNotice, type StoreNotice } from '../api/notice.ts'
import { request } from '../api/request.ts'
import { $away } from './app.ts'
import { timeWords } from './words/dates.ts'
import { $mayAsk } from './session.ts'

/** While the database is away it is asked this often whether it is back, so that the page says so to a reader who asks nothing. */
const LOOK_EVERY_MS = 4000

let timer: ReturnType<typeof setInterval> | undefined

/** Keeps `$away` true to what the answers say. @param onBack called when the database is there again */
export function keepLooking(onBack: () => void): void {
  onNotice((notice) => {
    const was = $away.get()
    if (was === null && notice === null) return
    $away.set(notice && { says: notice.says, seen: seenWords(notice, new Date()) })
    if (notice) timer ??= setInterval(look, LOOK_EVERY_MS)
    else {
      forgetAway()
      onBack()
    }
  })
}

/** Says nothing of the database any more, and asks nothing. */
export function forgetAway(): void {
  clearInterval(timer)
  timer = undefined
  $away.set(null)
}

function seenWords({ readAt }: Pick<StoreNotice, 'readAt'>, now: Date): string {
  return `You see what was read at ${timeWords(readAt, now)}; nothing is lost.`
}

/** Whatever comes of it is told by `onNotice`. */
function look(): void {
  if ($mayAsk.get()) request(VERSION, {}).catch(() => {})
}
