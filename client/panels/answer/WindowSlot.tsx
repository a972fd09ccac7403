import { useStore } from '@nanostores/react'
import { useState, type FormEvent } from 'react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { readDay } from '../../state/time/read-day.ts'
import { withWindow } from '../../state/view/steps.ts'
import { dayWords } from '../../state/words/dates.ts'
import { DayField, UNREADABLE, typedIn } from './DayField.tsx'
import { SlotButton } from './SlotButton.tsx'

interface Props {
  readonly label: string
  readonly text: string
  readonly empty: boolean
}

/** The slot for the window of time, which the whole page is read under. */
export function WindowSlot({ label, text, empty }: Props) {
  return (
    <SlotButton label={label} text={text} className="slot">
      {(close) => <Days empty={empty} close={close} />}
    </SlotButton>
  )
}

function Days({ empty, close }: { readonly empty: boolean; readonly close: () => void }) {
  const { window } = useStore($view)
  const [wrong, setWrong] = useState<readonly string[]>([])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const day = (name: string) => typedIn(form, name).trim()
    const read = (name: string) => {
      const text = day(name)
      if (text === '') return null
      return name === 'since' ? readFirstDay(text) : readDay(text)
    }
    const since = read('since')
    const until = read('until')
    const unread = ['since', 'until'].filter((name) => day(name) !== '' && read(name) === null)
    const turned = since !== null && until !== null && since > until
    setWrong(turned ? ['turned'] : unread)
    if (unread.length > 0 || turned) return
    change((view) => withWindow(view, { since, until }))
    close()
  }
  const clear = () => {
    change((view) => withWindow(view, null))
    close()
  }
  return (
    <form className="slot-days" onSubmit={onSubmit} noValidate>
      <DayField
        label="From"
        name="since"
        value={window?.since ? dayWords(window.since) : ''}
        wrong={wrong.includes('since')}
        first
      />
      <DayField
        label="To"
        name="until"
        value={window?.until ? dayWords(window.until) : ''}
        wrong={wrong.includes('until')}
      />
      {wrong.length > 0 ? (
        <p className="slot-error" role="alert">
          {wrong.includes('turned') ? 'The first day is after the last.' : UNREADABLE}
        </p>
      ) : null}
      <div className="slot-buttons">
        {empty ? null : (
          <button type="button" className="button bare" onClick={clear}>
            Any time
          </button>
        )}
        <button type="submit" className="button">
          Set
        </button>
      </div>
    </form>
  )
}

/** As `readDay`, but of what names a month or a year only the first day: a window that begins in October begins on its first. */
function readFirstDay(text: string): string | null {
  return readDay(`1 ${text}`) ?? readDay(`${text}-01`) ?? readDay(`${text}-01-01`) ?? readDay(text)
}
