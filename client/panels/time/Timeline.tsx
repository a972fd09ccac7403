import { useStore } from '@nanostores/react'
import { $asKnownOn } from '../../state/app.ts'
import { $axis, $timeSize } from '../../state/time/shown.ts'
import { PHONE, useMedia } from '../parts/use-media.ts'
import { DayChip } from './DayChip.tsx'
import { Lanes } from './Lanes.tsx'
import { PlayButton } from './PlayButton.tsx'
import { TimeHeader } from './TimeHeader.tsx'
import { useFlagSaid } from './use-flag-said.ts'

/** Both clocks: when it happened, and when it became known. */
export function Timeline() {
  const chosen = useStore($timeSize)
  const size = useMedia(PHONE) ? 'phone' : chosen
  const axis = useStore($axis)
  const day = useStore($asKnownOn)
  useFlagSaid()
  return (
    <section className={`time time-${size}`} id="time" aria-label="Time" tabIndex={-1}>
      {axis && size !== 'slim' ? <TimeHeader axis={axis} /> : null}
      {axis && size === 'slim' ? (
        <div className="time-side">
          <PlayButton />
          {day === null ? null : <DayChip flag="known" day={day} words="As known on" bare />}
        </div>
      ) : null}
      {axis ? <Lanes axis={axis} size={size} /> : null}
    </section>
  )
}
