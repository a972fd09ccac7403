import { useStore } from '@nanostores/react'
import { useEffect, useRef } from 'react'
import { $view } from '../../state/app.ts'
import { followWidth } from '../../state/picture/compact.ts'
import { $panes, type Pane } from '../../state/picture/panes.ts'
import { PictureStates } from '../states/PictureStates.tsx'
import { TooMuch } from '../states/TooMuch.tsx'
import { $canvases } from './canvases.ts'
import { FocusChip } from './FocusChip.tsx'
import { PaneView } from './PaneView.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useControls } from './use-controls.ts'
import { Zoom } from './Zoom.tsx'

const NONE = [] as const

/** The id of the element that a pane is drawn on. */
function hostOf({ id }: Pane): string {
  return id === 'main' ? 'picture' : 'picture-beside'
}

interface Props {
  /** What stands around the picture has its height: what is drawn before that would move with it. */
  readonly framed: boolean
}

/** The picture: one, or two of one layout beside each other. It stays while the list is shown in its place. */
export function PictureRegion({ framed }: Props) {
  const region = useRef<HTMLElement>(null)
  const panes = useStore($panes)
  const { list, both, compare, focus } = useStore($view)
  const controls = useControls(region, `${panes.length} ${list} ${both} ${compare} ${focus}`)
  useEffect(followWidth, [])
  const drawn = useStore($canvases).size > 0
  const two = panes.length > 1
  return (
    <>
      <TooMuch />
      <section
        ref={region}
        className="picture"
        aria-label="Picture"
        hidden={list !== null}
        data-drawn={drawn || undefined}
        data-panes={both ? 'both' : panes.length}
      >
        {panes.map((pane) => (
          <PaneView
            key={pane.id}
            pane={pane}
            headed={two}
            framed={framed}
            controls={controls.get(compare === null ? hostOf(pane) : 'all') ?? NONE}
          />
        ))}
        {both || compare !== null || list !== null ? null : <Toolbar />}
        <FocusChip />
        <Zoom />
        <PictureStates />
      </section>
    </>
  )
}
