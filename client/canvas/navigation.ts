import type { Scene } from './scene.ts'

export type Step = 'next-actor' | 'previous-actor' | 'next-line' | 'previous-line' | 'first' | 'last'

/** An actor and, where the keyboard is on a line of it, the line as it is drawn. */
export interface KeyboardPlace {
  readonly actor: string
  readonly line: string | null
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowRight: 'next-actor',
  ArrowLeft: 'previous-actor',
  ArrowDown: 'next-line',
  ArrowUp: 'previous-line',
  Home: 'first',
  End: 'last',
}

export function stepOfKey(key: string): Step | null {
  return STEPS[key] ?? null
}

/**
 * Where the keyboard goes: right and left from actor to actor in the order of reading, down and up through the lines of the actor, so
 * that every actor and every line is reached. An actor's lines are those in which it is either end.
 * @param at the actor and, where a line of it is focused, the line
 */
export function walk(
  scene: Pick<Scene, 'bodies' | 'lines'>,
  at: KeyboardPlace | null,
  step: Step,
): KeyboardPlace | null {
  const actors = [...scene.bodies]
    .sort((a, b) => Math.round(a.rect.y / 40) - Math.round(b.rect.y / 40) || a.rect.x - b.rect.x)
    .map(({ actor }) => actor.id)
  const place = at ? actors.indexOf(at.actor) : -1
  const to = (index: number) => {
    const actor = actors[(index + actors.length) % actors.length]
    return actor === undefined ? null : { actor, line: null }
  }
  if (place < 0 || !at) return to(step === 'last' || step === 'previous-actor' ? -1 : 0)
  switch (step) {
    case 'first':
      return to(0)
    case 'last':
      return to(-1)
    case 'next-actor':
      return to(place + 1)
    case 'previous-actor':
      return to(place - 1)
    case 'next-line':
    case 'previous-line': {
      const lines = scene.lines
        .filter(({ source, target }) => source === at.actor || target === at.actor)
        .map(({ id }) => id)
      const stops: readonly (string | null)[] = [null, ...lines]
      const next = stops.indexOf(at.line) + (step === 'next-line' ? 1 : -1)
      return { actor: at.actor, line: stops[(next + stops.length) % stops.length] ?? null }
    }
  }
}
