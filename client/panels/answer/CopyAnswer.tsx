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

interface Props {
  readonly answer: Answer
  /** It was given before what is asked now: its rows would stand under another question and link. */
  readonly earlier: boolean
}

/** Copies sentence, rows, sources, day and link as text. */
export function CopyAnswer({ answer, earlier }: Props) {
  const frame = useStore($copyFrame)
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])

  if (!frame) return null
  const copy = () => {
    if (earlier) return
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
    <button
      type="button"
      className="button bare"
      title={earlier ? 'What is asked now is not answered yet.' : 'Copy answer with sources'}
      aria-disabled={earlier}
      onClick={copy}
    >
      {copied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
      <span className="copy-words">{copied ? 'Copied' : 'Copy answer with sources'}</span>
    </button>
  )
}
