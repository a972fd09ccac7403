import { useStore } from '@nanostores/react'
import { actName, actTip } from '../../state/time/act-words.ts'
import { TRACK } from '../../state/time/lanes.ts'
import { $isKnown, $timeEvent } from '../../state/time/shown.ts'
import type { PlacedAct } from '../../state/time/tracks.ts'
import { ActButton } from './ActButton.tsx'
import type { LaneProps } from './lane-props.ts'
import { useRoving } from './use-roving.ts'

/** When it happened: what lasted as a line, some day within others as a band as wide as the doubt. */
export function HappenedLane({ acts, size, ...lane }: LaneProps & { readonly acts: readonly PlacedAct[] }) {
  const pitch = TRACK[size]
  const open = useStore($timeEvent)
  const isKnown = useStore($isKnown)
  const roving = useRoving(acts.map(({ act }) => act.id))
  const tracks = acts.reduce((most, { track }) => Math.max(most, track + 1), 0)
  return (
    <div className="happened-lane" role="toolbar" aria-label="Happened" {...roving.lane}>
      <div className="tracks" style={{ height: tracks * pitch }}>
        {acts.map(({ act, track, left, width, labelLeft, labelWidth }) => {
          const isOpen = act.events.some(({ id }) => id === open)
          const classes = [
            'act',
            act.shape,
            act.kind ?? 'several',
            act.from === null ? 'no-start' : '',
            act.to === null ? 'no-end' : '',
            act.events.some(isKnown) ? '' : 'ghost',
            open === null ? '' : isOpen ? 'open' : 'behind',
          ]
          return (
            <ActButton
              key={act.id}
              className={classes.filter(Boolean).join(' ')}
              style={{ left, top: track * pitch, width, height: pitch }}
              name={actName(act)}
              tip={actTip(act)}
              events={act.events}
              stop={roving.stopOf(act.id)}
              pressed={isOpen}
              {...lane}
            >
              <span className="mark" />
              <span className="label" style={{ left: labelLeft - left, width: labelWidth }}>
                {act.label}
              </span>
            </ActButton>
          )
        })}
      </div>
    </div>
  )
}
