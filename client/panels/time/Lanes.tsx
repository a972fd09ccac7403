import { useStore } from '@nanostores/react'
import { useMemo, useRef, useState } from 'react'
import { $asKnownOn, $view } from '../../state/app.ts'
import type { Axis } from '../../state/time/axis.ts'
import { $acts, CLOCK_WORDS, KNOWN_LANE, SQUARE_ROWS, TRACK } from '../../state/time/lanes.ts'
import { $buckets, $timeEvent, $timeEvents, type TimeSize } from '../../state/time/shown.ts'
import { toFlagLines } from '../../state/time/flag-lines.ts'
import { toStacks } from '../../state/time/stacks.ts'
import { toTicks } from '../../state/time/ticks.ts'
import { toTracks } from '../../state/time/tracks.ts'
import type { EventRow } from '../../state/types.ts'
import { ActsMenu } from './ActsMenu.tsx'
import { AxisTicks } from './AxisTicks.tsx'
import { BarsLane } from './BarsLane.tsx'
import { Flags } from './Flags.tsx'
import { HappenedLane } from './HappenedLane.tsx'
import { KnownLane } from './KnownLane.tsx'
import { LagArrow } from './LagArrow.tsx'
import { TimeWindow } from './TimeWindow.tsx'
import { toBuckets } from '../../state/time/buckets.ts'
import { useBrush } from './use-brush.ts'
import { useWidth } from './use-width.ts'

/** Of the lane of when it happened, px; the rest of each size is head, the other lane and the names below. */
const HAPPENED_LANE = { full: 76, slim: 46, compare: 92, phone: 308 } as const

interface Several {
  readonly button: HTMLElement
  readonly events: readonly EventRow[]
}

/** The two lanes over one axis, with the window, the flags and what is pointed at. */
export function Lanes({ axis, size }: { readonly axis: Axis; readonly size: TimeSize }) {
  const area = useRef<HTMLDivElement>(null)
  const width = useWidth(area)
  const acts = useStore($acts)
  const events = useStore($timeEvents)
  const buckets = useStore($buckets)
  const open = useStore($timeEvent)
  const rows = SQUARE_ROWS[size]
  const { hidden, compare } = useStore($view)
  const day = useStore($asKnownOn)
  const [several, setSeveral] = useState<Several | null>(null)
  const [tip, setTip] = useState<{ readonly words: string; readonly left: number } | null>(null)
  const brush = useBrush(axis)

  const placed = useMemo(() => toTracks(acts ?? [], axis, width), [acts, axis, width])
  const stacks = useMemo(() => {
    const known = open === null ? events : events.filter(({ id }) => id === open)
    return toStacks(known, axis, width, rows)
  }, [events, open, axis, width, rows])
  const ticks = useMemo(() => toTicks(axis, width), [axis, width])
  const flags = day === null ? [] : toFlagLines(axis, width, ticks, day, compare)
  const openAct = open === null ? undefined : placed.find(({ act }) => act.id === open)
  const [openStack] = stacks
  const happened = HAPPENED_LANE[size]
  const bars = acts ? null : (buckets ?? toBuckets(events, axis))
  const lane = {
    size,
    onSeveral: (button: HTMLElement, its: readonly EventRow[]) => setSeveral({ button, events: its }),
    onTip: setTip,
  }

  return (
    <div className="time-lanes">
      <div className="lane-names" aria-hidden="true">
        <span style={{ height: happened }}>{bars && buckets ? '' : CLOCK_WORDS.HAPPENED}</span>
        <span style={{ height: KNOWN_LANE[size] }}>{bars && buckets ? '' : CLOCK_WORDS.KNOWN}</span>
      </div>
      <div className="axis-area" ref={area} {...brush}>
        <AxisTicks ticks={ticks} width={width} flags={flags} />
        {width === 0 ? null : (
          <>
            <div className="happened-room" style={{ height: happened }}>
              {bars ? (
                <BarsLane buckets={bars} hidden={hidden} axis={axis} width={width} height={happened} />
              ) : (
                <HappenedLane acts={placed} {...lane} />
              )}
            </div>
            <KnownLane stacks={stacks} width={width} {...lane} />
            {openAct && openStack ? (
              <LagArrow
                act={openAct}
                stack={openStack}
                pitch={TRACK[size]}
                happened={happened}
                height={happened + KNOWN_LANE[size]}
              />
            ) : null}
            <TimeWindow axis={axis} width={width} happened={happened} known={KNOWN_LANE[size]} />
            <Flags axis={axis} lines={flags} />
          </>
        )}
        {tip ? (
          <p
            className="time-tip"
            aria-hidden="true"
            style={tip.left > width / 2 ? { right: 0 } : { left: Math.max(0, tip.left) }}
          >
            {tip.words}
          </p>
        ) : null}
      </div>
      {several ? <ActsMenu button={several.button} events={several.events} onClose={() => setSeveral(null)} /> : null}
    </div>
  )
}
