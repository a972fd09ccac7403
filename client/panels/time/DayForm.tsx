import { useStore } from '@nanostores/react'
import { useId, useState } from 'react'
import { change } from '../../state/actions.ts'
import { $collection, $questions, $view } from '../../state/app.ts'
import { $dayField } from '../../state/time/day-field.ts'
import { UNREADABLE, readDay } from '../../state/time/read-day.ts'
import { $reportedDays } from '../../state/time/shown.ts'
import { withFlag, type Flag } from '../../state/time/steps.ts'
import { dayWords } from '../../state/words/dates.ts'

const MOST_OFFERED = 5

/** A day as it is typed, and days that matter in the collection to pick. */
export function DayForm({ flag, day }: { readonly flag: Flag; readonly day: string }) {
  const [typed, setTyped] = useState(dayWords(day))
  const [trouble, setTrouble] = useState<string | null>(null)
  const standard = useStore($collection)?.defaultAsKnownOn ?? null
  const { compare, asKnownOn } = useStore($view)
  const reported = useStore($reportedDays)
  const asked = useStore($questions).flatMap(({ dates }) => dates)
  const field = useId()
  const other = flag === 'known' ? compare : (asKnownOn ?? standard)
  const offered = [...new Set([...reported.slice(-MOST_OFFERED), ...asked])].sort().filter((each) => each !== other)

  function choose(to: string): void {
    if (to === other) return setTrouble('Both flags would stand on one day.')
    change((view) => withFlag(view, flag, to, standard))
    $dayField.set(null)
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const read = readDay(typed)
        if (read === null) setTrouble(UNREADABLE)
        else choose(read)
      }}
    >
      <label htmlFor={field}>{flag === 'known' ? 'As known on' : 'Compared with what was known on'}</label>
      <div className="day-row">
        <input
          id={field}
          className="field"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what the popover is opened for
          autoFocus
          autoComplete="off"
          value={typed}
          aria-invalid={trouble !== null}
          aria-describedby={`${field}-trouble`}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => {
            setTyped(target.value)
            setTrouble(null)
          }}
        />
        <button type="submit" className="button">
          Set
        </button>
      </div>
      <p id={`${field}-trouble`} className="trouble" role="alert">
        {trouble}
      </p>
      <ul className="offered">
        {offered.map((each) => (
          <li key={each}>
            <button type="button" className="link" aria-pressed={each === day} onClick={() => choose(each)}>
              {dayWords(each)}
            </button>
            <span className="quiet">{offerWords(each, standard, reported)}</span>
          </li>
        ))}
      </ul>
    </form>
  )
}

function offerWords(day: string, standard: string | null, reported: readonly string[]): string {
  if (day === standard) return 'the last day on which anything became known'
  return reported.includes(day) ? 'something became known' : 'asked for in a question'
}
