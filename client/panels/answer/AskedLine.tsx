import { useStore } from '@nanostores/react'
import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import { change } from '../../state/actions.ts'
import { $answer } from '../../state/app.ts'
import type { Answer } from '../../state/answers/answer.ts'
import { withAsk } from '../../state/view/steps.ts'
import { PHONE, useMedia } from '../parts/use-media.ts'
import { useSlow } from '../states/use-slow.ts'
import { CopyAnswer } from './CopyAnswer.tsx'
import { QuestionLine } from './QuestionLine.tsx'

interface Props {
  readonly text: string
  readonly answer: Answer | null
  /** The answer was given before what is asked now. */
  readonly earlier: boolean
}

/** The question above its answer. On a phone it is one line until its slots are wanted. */
export function AskedLine({ text, answer, earlier }: Props) {
  const phone = useMedia(PHONE)
  const [whole, setWhole] = useState(false)
  return (
    <>
      {phone ? (
        <button type="button" className="asked-brief" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          <span>{text}</span>
          <ChevronDown size={18} aria-hidden="true" />
        </button>
      ) : null}
      {phone && !whole ? null : (
        <div className="asked">
          <QuestionLine />
          <div className="strip-actions">
            {answer && earlier && !phone ? <OnItsWay /> : null}
            {answer ? <CopyAnswer answer={answer} earlier={earlier} /> : null}
            <button
              type="button"
              className="close"
              aria-label="Close the answer"
              onClick={() => change((view) => withAsk(view, null))}
            >
              <X size={16} aria-hidden="true" />
            </button>
          </div>
        </div>
      )}
    </>
  )
}

/** Beside the question while what stands below it is the answer from before. */
function OnItsWay() {
  const loading = useStore($answer).state === 'loading'
  return useSlow(loading) === null ? null : <span className="quiet">Loading the answer …</span>
}
