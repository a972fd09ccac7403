import { VERSION } from '../api/documents/catalogue.ts'
import { onNotice, type StoreNotice } from '../api/notice.ts'
import { request } from '../api/request.ts'
import { $away } from './app.ts'
import { timeWords } from './dates.ts'

/** While the database is away it is asked this often whether it is back, so that the page says so to a reader who asks nothing. */
const LOOK_EVERY_MS = 4000

/** Keeps `$away` true to what the answers say. @param onBack called when the database is there again */
export function keepLooking(onBack: () => void): void {
  let timer: ReturnType<typeof setInterval> | undefined
  onNotice((notice) => {
    const was = $away.get()
    if (was === null && notice === null) return
    $away.set(notice && { says: notice.says, seen: seenWords(notice, new Date()) })
    if (notice) timer ??= setInterval(look, LOOK_EVERY_MS)
    else {
      clearInterval(timer)
      timer = undefined
      onBack()
    }
  })
}

function seenWords({ readAt }: Pick<StoreNotice, 'readAt'>, now: Date): string {
  return `You see what was read at ${timeWords(readAt, now)}; nothing is lost.`
}

/** Whatever comes of it is told by `onNotice`. */
function look(): void {
  request(VERSION, {}).catch(() => {})
}
