import { useStore } from '@nanostores/react'
import { useState } from 'react'
import type { GraphCanvas } from '../../canvas/graph-canvas.ts'
import { $hoveredEvents } from '../../state/answers/hovered.ts'
import { PictureRegion } from './PictureRegion.tsx'
import { Toolbar } from './Toolbar.tsx'

/** The picture with its tools. It stays while the list is shown in its place. */
export function Stage() {
  const [canvas, setCanvas] = useState<GraphCanvas | null>(null)
  const hovered = useStore($hoveredEvents)
  return (
    <>
      <Toolbar canvas={canvas} />
      <PictureRegion hoveredEvents={hovered} canvas={canvas} onCanvas={setCanvas} />
    </>
  )
}
