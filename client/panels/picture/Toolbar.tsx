import { useStore } from '@nanostores/react'
import { List, Waypoints } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { withListTurned } from '../../state/view/steps.ts'
import { Segments } from '../parts/Segments.tsx'
import { LevelSegments } from './LevelSegments.tsx'

/** The toolbar that was pressed went; the one that comes takes the focus. */
let pressed = false

/** The level, and picture or list: over the picture, or in the bar of the list that stands in its place. */
export function Toolbar() {
  const { list } = useStore($view)
  const host = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (pressed) host.current?.querySelector<HTMLElement>('.segments:last-child [aria-pressed=true]')?.focus()
    pressed = false
  }, [])

  return (
    <div ref={host} className={list === null ? 'toolbar floating' : 'toolbar'} data-control>
      <LevelSegments />
      <Segments
        legend="View"
        chosen={list === null ? 'picture' : 'list'}
        segments={[
          { value: 'picture', words: 'Picture', icon: <Waypoints size={14} aria-hidden="true" /> },
          { value: 'list', words: 'List', icon: <List size={14} aria-hidden="true" /> },
        ]}
        onChoose={(value) => {
          if ((value === 'list') === (list !== null)) return
          pressed = true
          change(withListTurned)
        }}
      />
    </div>
  )
}
