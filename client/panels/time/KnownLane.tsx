import { useStore } from '@nanostores/react'
import { actTip, stackName } from '../../state/time/act-words.ts'
import { KNOWN_LANE } from '../../state/time/lanes.ts'
import { shortDayOfYear } from '../../state/words/months.ts'
import { $isKnown } from '../../state/time/shown.ts'
import { SQUARE, type Stack } from '../../state/time/stacks.ts'
import { ActButton } from './ActButton.tsx'
import type { LaneProps } from './lane-props.ts'
import { Bar } from './Bar.tsx'
import { useRoving } from './use-roving.ts'

/** More than these would stand in each other's way. */
const MOST_NAMES = 6

/** Of the name beside a stack, about, px. */
const NAME_WIDTH = 76

interface Props extends LaneProps {
  readonly stacks: readonly Stack[]
  /** px */
  readonly width: number
}

/** When it became known: a square an event, in the colour of its kind. */
export function KnownLane({ stacks, width: room, size, ...lane }: Props) {
  const height = KNOWN_LANE[size]
  const isKnown = useStore($isKnown)
  const roving = useRoving(stacks.map(({ day }) => day))
  const most = Math.max(1, ...stacks.map(({ events }) => events.length))
  const named = stacks.length <= MOST_NAMES && stacks.every(({ rows }) => rows > 0)
  return (
    <div className="known-lane" role="toolbar" aria-label="Became known" style={{ height }} {...roving.lane}>
      {stacks.map(({ day, events, left, width, rows }) => {
        const [only] = events
        const ghost = only && isKnown(only) ? '' : ' ghost'
        return (
          <ActButton
            key={day}
            className={`stack${ghost}`}
            style={{ left, width, height }}
            name={`${stackName(day, events)}.`}
            tip={actTip({ events, label: stackName(day, events) })}
            events={events}
            stop={roving.stopOf(day)}
            pressed={false}
            {...lane}
          >
            {rows === 0 ? (
              <Bar kinds={events.map(({ kind }) => kind)} most={most} height={height} />
            ) : (
              events.map(({ id, kind }, at) => (
                <span
                  key={id}
                  className={`square ${kind}`}
                  style={{ left: Math.floor(at / rows) * SQUARE, bottom: (at % rows) * SQUARE }}
                />
              ))
            )}
            {named ? (
              <span
                className="stack-name"
                style={left + width + NAME_WIDTH > room ? { right: width + 6 } : { left: width + 6 }}
              >
                {shortDayOfYear(day)} · {events.length}
              </span>
            ) : null}
          </ActButton>
        )
      })}
    </div>
  )
}
