import { useStore } from '@nanostores/react'
import { Check, Copy } from 'lucide-react'
import type { Answer } from '../../state/answers/answer.ts'
import { viewLink } from '../../state/link.ts'
import { copyText } from '../../state/answers/copy.ts'
import { $copyFrame } from '../../state/answers/frame.ts'
import { useCopied } from '../parts/use-copied.ts'

interface Props {
  readonly answer: Answer
  /** It was given before what is asked now: its rows would stand under another question and link. */
  readonly earlier: boolean
}

/** Copies sentence, rows, sources, day and link as text. */
export function CopyAnswer({ answer, earlier }: Props) {
  const frame = useStore($copyFrame)
  const [copied, copy] = useCopied('Answer copied with its sources.')
  if (!frame) return null
  return (
    <button
      type="button"
      className="button bare"
      title={earlier ? 'What is asked now is not answered yet.' : 'Copy answer with sources'}
      aria-disabled={earlier}
      onClick={() => {
        if (!earlier) copy(copyText(answer, { ...frame, link: viewLink() }))
      }}
    >
      {copied ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
      <span className="copy-words">{copied ? 'Copied' : 'Copy answer with sources'}</span>
    </button>
  )
}
