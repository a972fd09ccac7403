import type { EventKind } from '../state/types.ts'

/** Colours of the canvas, as the style sheet of the page gives them for light or dark. */
export interface Tokens {
  readonly canvas: string
  readonly box: string
  readonly boxBorder: string
  readonly raised: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly actor: string
  readonly ghost: string
  readonly kinds: Readonly<Record<EventKind, string>>
}

/** Reads the custom properties that hold on an element. */
export function readTokens(element: HTMLElement): Tokens {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    canvas: read('canvas'),
    box: read('box'),
    boxBorder: read('border'),
    raised: read('raised'),
    ink: read('ink'),
    ink2: read('ink-2'),
    ink3: read('ink-3'),
    actor: read('actor'),
    ghost: read('ghost'),
    kinds: {
      COOPERATION: read('cooperation'),
      SUSPENSION: read('suspension'),
      CONDEMNATION: read('condemnation'),
      PRESSURE: read('pressure'),
      COERCION: read('coercion'),
      VIOLENCE: read('violence'),
      NEUTRAL: read('neutral'),
    },
  }
}
