import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, distance, labOf, lightOf, seenBy, type Sight } from '../../support/colour.ts'

const css = readFileSync(new URL('../../../client/styles/tokens.css', import.meta.url), 'utf8')

/** The colours of the block that begins with a selector. */
function tokensOf(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))
}

const THEMES = { light: tokensOf(':root'), dark: tokensOf(":root[data-theme='dark']") } as const
type Theme = keyof typeof THEMES
const token = (theme: Theme, name: string): string => {
  const hex = THEMES[theme][name]
  if (hex === undefined) throw new Error(`There is no token ${name} in ${theme}.`)
  return hex
}

const HUES = ['cooperation', 'suspension', 'condemnation']
const KINDS = [...HUES, 'pressure', 'coercion', 'violence', 'neutral']

test('the measure of distance gives what its authors printed', () => {
  expect(distance([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(distance([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4)
  expect(distance([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4)
  expect(distance([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4)
})

test('both themes have the same tokens', () => {
  expect(Object.keys(THEMES.light)).toHaveLength(20)
  expect(Object.keys(THEMES.dark)).toEqual(Object.keys(THEMES.light))
})

/** Contrast on the canvas and on a panel, as it was designed. */
const DESIGNED = {
  light: {
    ink: [17.8, 16.6],
    'ink-2': [8.8, 8.2],
    'ink-3': [5.2, 4.8],
    actor: [6.3, 5.9],
    ghost: [3.1, 2.9],
    cooperation: [5.8, 5.4],
    suspension: [3.4, 3.1],
    condemnation: [6.9, 6.4],
    pressure: [5.3, 5.0],
    coercion: [10.3, 9.6],
    violence: [18.9, 17.7],
    neutral: [3.4, 3.2],
  },
  dark: {
    ink: [16.2, 15.1],
    'ink-2': [10.7, 9.9],
    'ink-3': [6.8, 6.3],
    actor: [6.2, 5.8],
    ghost: [3.8, 3.5],
    cooperation: [7.1, 6.7],
    suspension: [10.7, 10.0],
    condemnation: [4.9, 4.6],
    pressure: [6.5, 6.0],
    coercion: [10.8, 10.0],
    violence: [18.0, 16.7],
    neutral: [4.1, 3.9],
  },
} as const

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  test.each(Object.entries(DESIGNED[theme]))('%s stands out as designed', (name, [canvas, panel]) => {
    expect(Math.abs(contrast(token(theme, name), token(theme, 'canvas')) - canvas)).toBeLessThan(0.06)
    expect(Math.abs(contrast(token(theme, name), token(theme, 'panel')) - panel)).toBeLessThan(0.06)
  })

  test('text is read on everything that it stands on, and lines of a kind are seen on everything that they are drawn on', () => {
    for (const ground of ['canvas', 'panel', 'raised', 'box', 'hover', 'notice']) {
      for (const text of ['ink', 'ink-2']) {
        expect(contrast(token(theme, text), token(theme, ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    }
    for (const ground of ['canvas', 'panel', 'raised', 'box']) {
      expect(contrast(token(theme, 'ink-3'), token(theme, ground)), `ink-3 on ${ground}`).toBeGreaterThanOrEqual(4.5)
      for (const kind of KINDS) {
        expect(contrast(token(theme, kind), token(theme, ground)), `${kind} on ${ground}`).toBeGreaterThanOrEqual(3)
      }
    }
  })
})

/** The smallest distance of two kinds, in light and in dark, as it was designed; below 10 is hard to tell on thin lines. */
const APART: Readonly<
  Record<Sight, { readonly hues: readonly [number, number]; readonly all: readonly [number, number] }>
> = {
  normal: { hues: [40.0, 46.5], all: [12.3, 12.0] },
  deuteranopia: { hues: [20.4, 19.0], all: [12.6, 12.1] },
  protanopia: { hues: [29.8, 32.8], all: [12.1, 11.9] },
  tritanopia: { hues: [18.9, 24.8], all: [12.4, 12.0] },
}

function closest(theme: Theme, kinds: readonly string[], sight: Sight): number {
  const seen = kinds.map((kind) => labOf(seenBy(sight, lightOf(token(theme, kind)))))
  return Math.min(...seen.flatMap((a, place) => seen.slice(place + 1).map((b) => distance(a, b))))
}

test.each(Object.keys(APART) as Sight[])('under %s sight the kinds are as far apart as designed', (sight) => {
  const measured = (['light', 'dark'] as const).map((theme) => ({
    hues: closest(theme, HUES, sight),
    all: closest(theme, KINDS, sight),
  }))
  measured.forEach(({ hues, all }, place) => {
    // The design rounded the colours that are seen to eight bits.
    expect(Math.abs(hues - (APART[sight].hues[place] ?? 0))).toBeLessThan(0.3)
    expect(Math.abs(all - (APART[sight].all[place] ?? 0))).toBeLessThan(0.3)
    expect(Math.min(hues, all)).toBeGreaterThan(10)
  })
})
