import { atom } from 'nanostores'
import type { GraphCanvas } from '../../canvas/graph-canvas.ts'
import type { Pane } from '../../state/picture/panes.ts'

/** The canvases that are on the page, by their panes. */
export const $canvases = atom<ReadonlyMap<Pane['id'], GraphCanvas>>(new Map())

/** @returns what takes it away again */
export function addCanvas(id: Pane['id'], canvas: GraphCanvas): () => void {
  $canvases.set(new Map($canvases.get()).set(id, canvas))
  return () => {
    const left = new Map($canvases.get())
    if (left.get(id) === canvas) left.delete(id)
    $canvases.set(left)
  }
}

/** One camera over all: where one went the others go. */
export function followCamera(moved: GraphCanvas, ...camera: Parameters<GraphCanvas['follow']>): void {
  for (const canvas of $canvases.get().values()) if (canvas !== moved) canvas.follow(...camera)
}
