import type { Scene } from './scene.ts'

export type Step = 'next' | 'previous' | 'in' | 'back' | 'first' | 'last'

/** An actor and, where the keyboard is on a line of it, the line as it is drawn. */
export interface KeyboardPlace {
  readonly actor: string
  readonly line: string | null
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  ArrowRight: 'in',
  ArrowLeft: 'back',
  Home: 'first',
  End: 'last',
}

export function stepOfKey(key: string): Step | null {
  return STEPS[key] ?? null
}

type Where = Pick<Scene, 'bodies' | 'lines'>

/**
 * Where the keyboard goes, as in the tables: down and up from actor to actor, those with most lines first; right into the lines of one,
 * down and up through them, left back to the actor. So every actor and every line is reached. An actor's lines are those in which it is
 * either end.
 * @param at the actor and, where a line of it is focused, the line
 */
export function walk(scene: Where, at: KeyboardPlace | null, step: Step): KeyboardPlace | null {
  if (at !== null && at.line !== null && step !== 'first' && step !== 'last') return alongLines(scene, at, step)
  const actors = inOrder(scene)
  const place = at ? actors.indexOf(at.actor) : -1
  const to = (index: number) => {
    const actor = actors[(index + actors.length) % actors.length]
    return actor === undefined ? null : { actor, line: null }
  }
  if (step === 'last') return to(-1)
  if (step === 'first' || !at || place < 0) return to(step === 'previous' ? -1 : 0)
  switch (step) {
    case 'next':
      return to(place + 1)
    case 'previous':
      return to(place - 1)
    case 'in':
      return { actor: at.actor, line: linesOf(scene, at.actor)[0] ?? null }
    case 'back':
      return at
  }
}

function alongLines(scene: Where, at: KeyboardPlace, step: Exclude<Step, 'first' | 'last'>): KeyboardPlace {
  if (step === 'back') return { actor: at.actor, line: null }
  if (step === 'in') return at
  const lines = linesOf(scene, at.actor)
  const next = lines.findIndex((id) => id === at.line) + (step === 'next' ? 1 : -1)
  return { actor: at.actor, line: lines[(next + lines.length) % lines.length] ?? null }
}

function linesOf({ lines }: Where, actor: string): readonly string[] {
  return lines.filter(({ source, target }) => source === actor || target === actor).map(({ id }) => id)
}

/** By the number of lines; among as many, in the order of reading. */
function inOrder(scene: Where): readonly string[] {
  const row = (y: number) => Math.round(y / 40)
  return scene.bodies
    .map(({ actor: { id }, rect }) => ({ id, rect, lines: linesOf(scene, id).length }))
    .sort((a, b) => b.lines - a.lines || row(a.rect.y) - row(b.rect.y) || a.rect.x - b.rect.x)
    .map(({ id }) => id)
}
