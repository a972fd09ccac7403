import type { Emphasis } from '../state/emphasis.ts'
import type { Picture } from '../state/picture.ts'
import type { Rect } from './geometry.ts'
import type { Scene } from './scene.ts'

/** What is drawn, for whoever checks the picture without seeing it. */
export interface SceneDescription {
  readonly actors: readonly { readonly id: string; readonly name: string; readonly box: boolean; readonly rect: Rect }[]
  readonly lines: readonly { readonly id: string; readonly lit: boolean; readonly events: readonly string[] }[]
  readonly labels: readonly { readonly of: string; readonly text: string; readonly rect: Rect }[]
  readonly chips: readonly { readonly line: string; readonly text: string; readonly rect: Rect }[]
}

const latest = new WeakMap<HTMLElement, SceneDescription>()

/**
 * Writes counts on the host (`data-actors`, `data-lines`, `data-lit`) and keeps the whole description for whoever dispatches
 * `entente-describe` on it: the event's detail receives it as `scene`. Nothing can be changed through it.
 */
export function describe(host: HTMLElement, picture: Picture, { lit }: Emphasis, scene: Scene): void {
  const events = new Map(picture.lines.map((line) => [line.id, line.events.map(({ id }) => id)]))
  const description: SceneDescription = {
    actors: scene.bodies.map(({ actor, rect }) => ({ id: actor.id, name: actor.name, box: actor.box, rect })),
    lines: scene.lines.map(({ id }) => ({ id, lit: lit?.lines.has(id) ?? false, events: events.get(id) ?? [] })),
    labels: scene.labels.map(({ of, text, rect }) => ({ of, text, rect })),
    chips: scene.chips.map(({ line, text, rect }) => ({ line, text, rect })),
  }
  if (!latest.has(host)) {
    host.addEventListener('entente-describe', (event) => {
      if (event instanceof CustomEvent && isReply(event.detail))
        event.detail.scene = structuredClone(latest.get(host) ?? null)
    })
  }
  latest.set(host, description)
  host.dataset['actors'] = String(description.actors.length)
  host.dataset['lines'] = String(description.lines.length)
  host.dataset['lit'] = String(description.lines.filter((line) => line.lit).length)
}

function isReply(detail: unknown): detail is { scene: SceneDescription | null } {
  return typeof detail === 'object' && detail !== null
}
