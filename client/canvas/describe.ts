import type { Emphasis } from '../state/picture/emphasis.ts'
import type { LineMark } from '../state/picture/picture.ts'
import type { EventKind } from '../state/types.ts'
import { pointAt, type Point, type Rect } from './geometry.ts'
import type { Scene } from './scene.ts'

/** What is drawn, for whoever checks the picture without seeing it. */
export interface SceneDescription {
  readonly actors: readonly {
    readonly id: string
    readonly name: string
    readonly box: boolean
    readonly inside: string | null
    readonly dimmed: boolean
    readonly rect: Rect
  }[]
  readonly lines: readonly {
    readonly id: string
    readonly lit: boolean
    readonly kind: EventKind
    readonly mark: LineMark | null
    readonly events: readonly string[]
    /** A point on it, clear of chips. */
    readonly on: Point
  }[]
  readonly labels: readonly { readonly of: string; readonly text: string; readonly rect: Rect }[]
  readonly chips: readonly { readonly line: string; readonly text: string; readonly rect: Rect }[]
  /** Where controls float over the picture. */
  readonly controls: readonly Rect[]
  readonly camera: Camera
}

/** A place of the scene is at `place * zoom + pan` on the host. */
export interface Camera {
  readonly zoom: number
  readonly pan: Point
  readonly width: number
  readonly height: number
}

const latest = new WeakMap<HTMLElement, () => SceneDescription>()

/**
 * Writes counts on the host (`data-actors`, `data-lines`, `data-lit`) and describes the whole to whoever dispatches `entente-describe`
 * on it: the event's detail receives a description as `scene`. Nothing can be changed through it.
 */
export function describe(host: HTMLElement, { lit }: Emphasis, scene: Scene, camera: () => Camera): void {
  const isLit = (id: string) => lit?.lines.has(id) ?? false
  if (!latest.has(host)) {
    host.addEventListener('entente-describe', (event) => {
      if (event instanceof CustomEvent && isReply(event.detail)) event.detail.scene = latest.get(host)?.() ?? null
    })
  }
  latest.set(host, () => {
    return {
      actors: scene.bodies.map(({ actor: { id, name, box, inside, absent }, rect }) => ({
        id,
        name,
        box,
        inside,
        dimmed: absent || (lit !== null && !lit.actors.has(id)),
        rect,
      })),
      lines: scene.lines.map(({ id, curve, strand: { line, kind, mark, events } }) => ({
        id,
        lit: isLit(line),
        kind,
        mark,
        events: events.map((event) => event.id),
        on: pointAt(curve, 0.2),
      })),
      labels: scene.labels.map(({ of, text, rect }) => ({ of, text, rect })),
      chips: scene.chips.map(({ line, text, rect }) => ({ line, text, rect })),
      controls: scene.area.controls,
      camera: camera(),
    }
  })
  host.dataset['actors'] = String(scene.bodies.length)
  host.dataset['lines'] = String(scene.lines.length)
  host.dataset['lit'] = String(scene.lines.filter(({ strand }) => isLit(strand.line)).length)
}

function isReply(detail: unknown): detail is { scene: SceneDescription | null } {
  return typeof detail === 'object' && detail !== null
}
