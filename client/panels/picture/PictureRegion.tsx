import { useStore } from '@nanostores/react'
import { useEffect, useRef, useState } from 'react'
import { GraphCanvas, type Item } from '../../canvas/graph-canvas.ts'
import { change } from '../../state/actions.ts'
import { $emphasis, $network, $picture, $view } from '../../state/app.ts'
import { describeItem, opensOf, pointerWords } from '../../state/picture/items.ts'
import { latest } from '../../state/loaded.ts'
import { withSelection } from '../../state/view/steps.ts'

interface Tip {
  readonly item: Item
  readonly place: { readonly top: number; readonly left?: number; readonly right?: number }
}

interface Props {
  /** Events whose lines light up, because the pointer is on their row. */
  readonly hoveredEvents: readonly string[]
  readonly canvas: GraphCanvas | null
  /** Told when the canvas is there, and when it is gone. */
  readonly onCanvas: (canvas: GraphCanvas | null) => void
}

/** The picture. The canvas lives as long as the page; it is handed what it draws and tells what was opened. */
export function PictureRegion({ hoveredEvents, canvas, onCanvas }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const [tip, setTip] = useState<Tip | null>(null)
  const [heard, setHeard] = useState('')
  const picture = useStore($picture)
  const emphasis = useStore($emphasis)
  const view = useStore($view)
  const network = latest(useStore($network))

  useEffect(() => {
    const element = host.current
    if (!element) return
    const drawn = new GraphCanvas(element)
    onCanvas(drawn)
    drawn.on('open', (item) => {
      setTip(null)
      change((now) => withSelection(now, opensOf($picture.get(), item)))
    })
    drawn.on('clear', () => change((now) => withSelection(now, null)))
    drawn.on('point', (item, at) => {
      setTip(item && at ? { item, place: beside(at, element.clientWidth) } : null)
      if (item && !at) setHeard(describeItem($picture.get(), item))
    })
    return () => {
      onCanvas(null)
      drawn.destroy()
    }
  }, [onCanvas])

  useEffect(() => canvas?.update({ picture, emphasis }), [canvas, picture, emphasis])

  useEffect(() => {
    const lines = picture.lines.filter(({ events }) => events.some(({ id }) => hoveredEvents.includes(id)))
    canvas?.hover(lines.map(({ id }) => id))
  }, [canvas, picture, hoveredEvents])

  return (
    <section className="picture" aria-label="Picture" hidden={view.list !== null}>
      {network && network.network.ties.truncated ? (
        <p className="quiet over">
          {network.network.ties.items.length} of {network.network.ties.total} ties are drawn, those with most events.
        </p>
      ) : null}
      {network && network.network.stats.events === 0 ? (
        <p className="over notice">No act was known yet on this day.</p>
      ) : null}
      <div
        ref={host}
        id="picture"
        className="host"
        // Arrow keys are the picture's own here, so a screen reader is to hand them through.
        role="application"
        aria-roledescription="picture"
        aria-label={`Picture: ${picture.actors.length} actors, ${picture.lines.length} lines. Left and right go from actor to actor, down and up through the lines of one, Enter opens. L shows the same as a list.`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys move in the picture
        tabIndex={0}
      />
      <output className="unseen">{heard}</output>
      {tip ? (
        <p className="tooltip" aria-hidden="true" style={tip.place}>
          {pointerWords(picture, tip.item)}
        </p>
      ) : null}
    </section>
  )
}

/** Beside the pointer, on the side that has room. */
function beside({ x, y }: { readonly x: number; readonly y: number }, width: number): Tip['place'] {
  return x > width / 2 ? { right: width - x + 12, top: y + 12 } : { left: x + 12, top: y + 12 }
}
