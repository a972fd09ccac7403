import { useStore } from '@nanostores/react'
import { Columns2 } from 'lucide-react'
import { change } from '../../state/actions.ts'
import { $asKnownOn, $view } from '../../state/app.ts'
import type { Axis } from '../../state/time/axis.ts'
import { CLOCK_WORDS } from '../../state/time/lanes.ts'
import { $playing } from '../../state/time/play.ts'
import { $reportedDays } from '../../state/time/shown.ts'
import { dayBefore, withComparison, withWindowOn } from '../../state/time/steps.ts'
import { focusSoon } from './focus-soon.ts'
import { DayChip } from './DayChip.tsx'
import { PlayButton } from './PlayButton.tsx'
import { PlayWords } from './PlayWords.tsx'
import { WindowChip } from './WindowChip.tsx'

/** Playback, the days that are shown, the flag, and the way to compare two days. */
export function TimeHeader({ axis }: { readonly axis: Axis }) {
  const { window, clock, compare } = useStore($view)
  const playing = useStore($playing)
  const day = useStore($asKnownOn)
  return (
    <div className="time-head">
      <PlayButton />
      <WindowChip axis={axis} />
      {window ? (
        <>
          <span className="time-note">{CLOCK_WORDS[clock].toLowerCase()}</span>
          <button type="button" className="link" onClick={() => change((view) => withWindowOn(view, clock, null))}>
            All days
          </button>
        </>
      ) : null}
      {playing || compare !== null ? <PlayWords axis={axis} /> : null}
      {window || playing || compare !== null ? null : (
        <span className="time-note hint" aria-hidden="true">
          drag across the bars to narrow the window
        </span>
      )}
      <span className="spring" />
      {compare !== null ? <FlagKeys /> : null}
      {compare === null && day !== null ? (
        <>
          <DayChip flag="known" day={day} words="As known on" />
          <CompareButton day={day} />
        </>
      ) : null}
    </div>
  )
}

function CompareButton({ day }: { readonly day: string }) {
  const reported = useStore($reportedDays)
  return (
    <button
      type="button"
      className="button bare"
      id="compare-dates"
      onClick={() => {
        change((view) => withComparison(view, dayBefore(day, reported)))
        focusSoon('answer')
      }}
    >
      <Columns2 size={14} aria-hidden="true" /> Compare dates
    </button>
  )
}

function FlagKeys() {
  return (
    <p className="time-note hint">
      Drag either flag, or <kbd>[</kbd> <kbd>]</kbd> by a day
    </p>
  )
}
