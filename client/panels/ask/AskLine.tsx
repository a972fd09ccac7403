import { Fragment } from 'react'
import type { Suggestion } from '../../state/ask/suggestion.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { KindMark } from '../parts/KindMark.tsx'

interface Props {
  readonly id: string
  readonly line: Suggestion
  readonly on: boolean
  /** From 1. */
  readonly place: number
  readonly of: number
  readonly onPick: (suggestion: Suggestion) => void
}

/** One line: what it says, and at its end how much there is. */
export function AskLine({ id, line, on, place, of, onPick }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the focus and the keys are the field's
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the combobox pattern; no tag has this role and this look
      role="option"
      className="ask-line"
      aria-selected={on}
      aria-setsize={of}
      aria-posinset={place}
      // A press would take the focus from the field, and with it the list.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(line)}
    >
      {line.kind ? <KindMark kind={line.kind} /> : null}
      {line.boxed ? <span className="box-mark" aria-hidden="true" /> : null}
      {line.actor && !line.boxed ? <ActorMark kind={line.actor.kind} /> : null}
      <span className="says">
        {line.pieces.map(({ text, tone, heard }, piece) => (
          // Pieces of a line have no other name than their place.
          <Fragment key={piece}>
            <span className={tone} aria-hidden={heard === undefined ? undefined : true}>
              {text}
            </span>
            {heard === undefined ? null : <Heard>{heard}</Heard>}
          </Fragment>
        ))}
        {line.note ? (
          <>
            <Heard>, </Heard>
            <span className="note">{line.note}</span>
          </>
        ) : null}
        {line.tail ? <Heard>,</Heard> : null}
      </span>
      {line.tail ? <span className="tail">{line.tail}</span> : null}
    </div>
  )
}

/** Heard and not seen, in the line: what is taken out of the line is heard with spaces around it. */
function Heard({ children }: { readonly children: string }) {
  return <span className="heard">{children}</span>
}
