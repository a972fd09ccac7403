import { useStore } from '@nanostores/react'
import { Fragment } from 'react'
import { $phrase } from '../../state/answers/frame.ts'
import type { Part } from '../../state/answers/phrase.ts'
import { ActorSlot } from './ActorSlot.tsx'
import { DaySlot } from './DaySlot.tsx'
import { ScopeSlot } from './ScopeSlot.tsx'
import { WindowSlot } from './WindowSlot.tsx'

/** The question with its slots; a slot that changes asks again. */
export function QuestionLine() {
  const phrase = useStore($phrase)
  return (
    <fieldset className="phrase" aria-label="Question">
      {phrase.map((part, place) => (
        <Fragment key={part.what === 'words' ? `${place} ${part.text}` : part.what}>
          <PartView part={part} />
        </Fragment>
      ))}
    </fieldset>
  )
}

function PartView({ part }: { readonly part: Part }) {
  switch (part.what) {
    case 'words':
      return part.strong ? <strong>{part.text}</strong> : <span>{part.text}</span>
    case 'by':
    case 'toward':
      return <ActorSlot part={part} />
    case 'scope':
      return <ScopeSlot text={part.text} empty={part.empty} />
    case 'window':
      return <WindowSlot label={part.label} text={part.text} empty={part.empty} />
    case 'day':
      return <DaySlot text={part.text} />
  }
}
