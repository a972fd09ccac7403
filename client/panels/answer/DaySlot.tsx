import { useStore } from '@nanostores/react'
import { useState, type FormEvent } from 'react'
import { change } from '../../state/actions.ts'
import { $collection } from '../../state/app.ts'
import { UNREADABLE, readDay } from '../../state/time/read-day.ts'
import { withFlag } from '../../state/time/steps.ts'
import { DayField, typedIn } from '../parts/DayField.tsx'
import { SlotButton } from './SlotButton.tsx'

/** The slot for the day of knowing, which the whole page is read under. */
export function DaySlot({ text }: { readonly text: string }) {
  return (
    <SlotButton label="As known on" text={text} className="slot">
      {(close) => <Day text={text} close={close} />}
    </SlotButton>
  )
}

function Day({ text, close }: { readonly text: string; readonly close: () => void }) {
  const [wrong, setWrong] = useState(false)
  const standard = useStore($collection)?.defaultAsKnownOn ?? null
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const day = readDay(typedIn(event.currentTarget, 'day'))
    setWrong(day === null)
    if (day === null) return
    change((view) => withFlag(view, 'known', day, standard))
    close()
  }
  return (
    <form className="slot-days" onSubmit={onSubmit} noValidate>
      <DayField label="Day" name="day" value={text} wrong={wrong} first />
      {wrong ? (
        <p className="slot-error" role="alert">
          {UNREADABLE}
        </p>
      ) : null}
      <div className="slot-buttons">
        <button type="submit" className="button">
          Set
        </button>
      </div>
    </form>
  )
}
