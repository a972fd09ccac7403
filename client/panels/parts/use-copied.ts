import { useEffect, useState } from 'react'
import { say } from '../../state/say.ts'

/** How long the button says that it has copied. */
const SAID_MS = 2500

/**
 * Puts text into the clipboard, and tells those who hear the page.
 * @param words said once it is copied
 * @returns whether it was copied a moment ago, and what copies
 */
export function useCopied(words: string): readonly [copied: boolean, copy: (text: string) => void] {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true)
        say(words)
      },
      () => say('The browser did not allow copying.'),
    )
  }
  return [copied, copy]
}
