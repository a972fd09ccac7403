import { useState, type FormEvent, type ReactNode } from 'react'
import { UNREADABLE, readWindow, type ReadWindow } from '../../state/time/read-day.ts'
import type { Window } from '../../state/view/view.ts'
import { dayWords } from '../../state/words/dates.ts'
import { DayField, typedIn } from './DayField.tsx'

interface Props {
  /** What stands in the two fields; null: the field is empty. */
  readonly since: string | null
  readonly until: string | null
  readonly onSet: (window: Window) => void
  /** What stands beside the button that sets. */
  readonly children?: ReactNode
}

/** The two ends of a window as they are typed; one that is left empty is open. */
export function WindowFields({ since, until, onSet, children }: Props) {
  const [wrong, setWrong] = useState<ReadWindow['wrong']>(null)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const read = readWindow(typedIn(form, 'since'), typedIn(form, 'until'))
    setWrong(read.wrong)
    if (read.window) onSet(read.window)
  }
  return (
    <form className="slot-days" onSubmit={onSubmit} noValidate>
      <DayField
        label="From"
        name="since"
        value={since === null ? '' : dayWords(since)}
        wrong={wrong !== null && wrong !== 'until'}
        first
      />
      <DayField
        label="Until"
        name="until"
        value={until === null ? '' : dayWords(until)}
        wrong={wrong !== null && wrong !== 'since'}
      />
      {wrong === null ? null : (
        <p className="slot-error" role="alert">
          {wrong === 'turned' ? 'The first day is after the last.' : UNREADABLE}
        </p>
      )}
      <div className="slot-buttons">
        {children}
        <button type="submit" className="button">
          Set
        </button>
      </div>
    </form>
  )
}
