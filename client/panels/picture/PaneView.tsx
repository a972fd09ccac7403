import { useRef } from 'react'
import type { Rect } from '../../canvas/geometry.ts'
import { pointerWords } from '../../state/picture/items.ts'
import type { Pane } from '../../state/picture/panes.ts'
import { shownLines } from '../../state/picture/shown-lines.ts'
import { PaneHead } from './PaneHead.tsx'
import { useCanvas } from './use-canvas.ts'

interface Props {
  readonly pane: Pane
  /** It stands beside another, so it says what it is of. */
  readonly headed: boolean
  /** Nothing is drawn before it has its place. */
  readonly framed: boolean
  readonly controls: readonly Rect[]
}

/** One picture. The canvas lives as long as the pane does. */
export function PaneView({ pane, headed, framed, controls }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const { tip, there } = useCanvas(host, pane, framed, controls)
  const { actors } = pane.picture
  const lines = shownLines(pane.picture, pane.emphasis)
  // What was pointed at may have left the picture.
  const words = tip && pointerWords(pane.picture, tip.item)
  return (
    <div className="pane" style={{ visibility: there ? 'visible' : 'hidden' }}>
      {headed ? <PaneHead pane={pane} /> : null}
      <div
        ref={host}
        id={pane.id === 'main' ? 'picture' : 'picture-beside'}
        className="host"
        // Arrow keys are the picture's own here, so a screen reader is to hand them through.
        role="application"
        aria-roledescription="picture"
        aria-label={`Picture: ${actors.length} actors, ${lines.length} lines. Down and up go from actor to actor, right into the lines of one, left back, Enter opens. L shows the same as a list.`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys move in the picture
        tabIndex={0}
      />
      {tip && words ? (
        <p className="tooltip" aria-hidden="true" style={tip.place}>
          {words}
        </p>
      ) : null}
    </div>
  )
}
