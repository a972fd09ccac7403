import { useEffect, useState } from 'react'

/** What is there sooner needs no word. */
const SLOW_MS = 200

/** For how many whole seconds something lasts, from a fifth of a second on; null before, and while it does not last. */
export function useSlow(lasts: boolean): number | null {
  const [seconds, setSeconds] = useState<number | null>(null)
  useEffect(() => {
    if (!lasts) return
    const begun = Date.now()
    let ticking: ReturnType<typeof setInterval> | undefined
    const late = setTimeout(() => {
      setSeconds(0)
      ticking = setInterval(() => setSeconds(Math.floor((Date.now() - begun) / 1000)), 1000)
    }, SLOW_MS)
    return () => {
      clearTimeout(late)
      clearInterval(ticking)
      setSeconds(null)
    }
  }, [lasts])
  return lasts ? seconds : null
}
