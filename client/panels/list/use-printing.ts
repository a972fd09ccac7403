import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being printed: what is drawn only while it is seen must then be there whole. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    // The browser prints what stands when the listener returns.
    window.addEventListener('beforeprint', () => flushSync(() => setPrinting(true)), { signal: stop.signal })
    window.addEventListener('afterprint', () => setPrinting(false), { signal: stop.signal })
    return () => stop.abort()
  }, [])
  return printing
}
