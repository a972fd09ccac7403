import { useStore } from '@nanostores/react'
import { useState } from 'react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import type { Axis } from '../../state/time/axis.ts'
import { readDay } from '../../state/time/read-day.ts'
import { withWindowOn } from '../../state/time/steps.ts'
import { dayWords } from '../../state/words/dates.ts'
import { Segments } from '../parts/Segments.tsx'
import { CLOCKS } from './clocks.ts'

/** The window as it is typed; an end that is left empty is open. */
export function WindowForm({ axis, onDone }: { readonly axis: Axis; readonly onDone: () => void }) {
  const view = useStore($view)
  const [clock, setClock] = useState(view.clock)
  const [since, setSince] = useState(dayWords(view.window?.since ?? axis.first))
  const [until, setUntil] = useState(dayWords(view.window?.until ?? axis.last))
  const [trouble, setTrouble] = useState<string | null>(null)

  function set(): void {
    const from = since.trim() === '' ? axis.first : readDay(since)
    const to = until.trim() === '' ? axis.last : readDay(until)
    if (from === null || to === null) return setTrouble('That date could not be read. Try 2025-10-01 or Oct 2025.')
    if (from > to) return setTrouble('The first day is after the last.')
    const window = { since: from <= axis.first ? null : from, until: to >= axis.last ? null : to }
    change((now) => withWindowOn(now, clock, window))
    onDone()
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        set()
      }}
    >
      <Segments legend="Clock" segments={CLOCKS} chosen={clock} onChoose={setClock} />
      <div className="day-row">
        <label>
          From
          <input className="field" autoComplete="off" value={since} onChange={({ target }) => setSince(target.value)} />
        </label>
        <label>
          Until
          <input className="field" autoComplete="off" value={until} onChange={({ target }) => setUntil(target.value)} />
        </label>
        <button type="submit" className="button">
          Set
        </button>
      </div>
      <p className="trouble" role="alert">
        {trouble}
      </p>
    </form>
  )
}
