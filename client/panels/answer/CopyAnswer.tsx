import { useStore } from '@nanostores/react'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Answer } from '../../state/answers/answer.ts'
import { copyText } from '../../state/answers/copy.ts'
import { $copyFrame } from '../../state/answers/frame.ts'

/** How long the button says that it has copied. */
const SAID_MS = 2500

/** Copies sentence, rows, sources, day and link as text. */
export function CopyAnswer({ answer }: { readonly answer: Answer }) {
  const frame = useStore($copyFrame)
  const [says, setSays] = useState<'copied' | 'refused' | null>(null)

  useEffect(() => {
    if (says === null) return
    const timer = setTimeout(() => setSays(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [says])

  if (!frame) return null
  const copy = () => {
    const text = copyText(answer, { ...frame, link: window.location.href })
    navigator.clipboard.writeText(text).then(
      () => setSays('copied'),
      () => setSays('refused'),
    )
  }
  return (
    <>
      <button type="button" className="quiet-button" onClick={copy}>
        {says === 'copied' ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
        Copy answer with sources
      </button>
      <output className="unseen">
        {says === 'copied' ? 'Answer copied with its sources.' : ''}
        {says === 'refused' ? 'The browser did not allow copying.' : ''}
      </output>
    </>
  )
}
