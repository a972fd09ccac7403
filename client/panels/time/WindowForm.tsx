import { useStore } from '@nanostores/react'
import { useState } from 'react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import type { Axis } from '../../state/time/axis.ts'
import { withWindowOn } from '../../state/time/steps.ts'
import { Segments } from '../parts/Segments.tsx'
import { WindowFields } from '../parts/WindowFields.tsx'
import { CLOCKS } from './clocks.ts'

/** The window as it is typed, on either clock; an end at that of the axis is open. */
export function WindowForm({ axis, onDone }: { readonly axis: Axis; readonly onDone: () => void }) {
  const view = useStore($view)
  const [clock, setClock] = useState(view.clock)
  return (
    <>
      <Segments legend="Clock" segments={CLOCKS} chosen={clock} onChoose={setClock} />
      <WindowFields
        since={view.window?.since ?? axis.first}
        until={view.window?.until ?? axis.last}
        onSet={({ since, until }) => {
          const window = {
            since: since === null || since <= axis.first ? null : since,
            until: until === null || until >= axis.last ? null : until,
          }
          change((now) => withWindowOn(now, clock, window))
          onDone()
        }}
      />
    </>
  )
}
