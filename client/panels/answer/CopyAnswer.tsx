import { useStore } from '@nanostores/react'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Answer } from '../../state/answers/answer.ts'
import { viewLink } from '../../state/link.ts'
import { say } from '../../state/say.ts'
import { copyText } from '../../state/answers/copy.ts'
import { $copyFrame } from '../../state/answers/frame.ts'

/** How long the button says that it has copied. */
const SAID_MS = 2500

/** Copies sentence, rows, sources, day and link as text. */
export function CopyAnswer({ answer }: { readonly answer: Answer }) {
  const frame = useStore($copyFrame)
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])

  if (!frame) return null
  const copy = () => {
    const text = copyText(answer, { ...frame, link: viewLink() })
    navigator.clipboard.writeText(text).then(
      () => {
        setCopied(true)
        say('Answer copied with its sources.')
      },
      () => say('The browser did not allow copying.'),
    )
  }
  return (
    <button type="button" className="button bare" title="Copy answer with sources" onClick={copy}>
      {copied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
      <span className="copy-words">{copied ? 'Copied' : 'Copy answer with sources'}</span>
    </button>
  )
}
