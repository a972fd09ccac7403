import { expect, test } from 'vitest'
import { overlap, type Rect } from '../../client/canvas/geometry.ts'
import type { SceneDescription } from '../../client/canvas/describe.ts'
import { drawnScene } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const { open } = pageTests()

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1180, height: 900 },
  { width: 720, height: 900 },
  { width: 390, height: 844 },
]
const OPENED = 'ask=cooperation&by=canada&toward=us&open=tie%3Acanada%3Eus&draw=events'

/** What stands where it should not, in words. */
function faultsOf({ labels, actors, chips, controls, camera }: SceneDescription): readonly string[] {
  const onHost = ({ x, y, w, h }: Rect): Rect => ({
    x: x * camera.zoom + camera.pan.x,
    y: y * camera.zoom + camera.pan.y,
    w: w * camera.zoom,
    h: h * camera.zoom,
  })
  const marks = actors.filter(({ box }) => !box)
  return labels.flatMap(({ text, rect }, place) => {
    const words = text.replaceAll('\n', ' ')
    const over = (what: string, others: readonly Rect[]) =>
      others.some((other) => overlap(rect, other, -0.5)) ? [`${words} lies over ${what}`] : []
    const shown = onHost(rect)
    const out = shown.x - shown.w / 2 < -1 || shown.x + shown.w / 2 > camera.width + 1
    return [
      ...labels.slice(place + 1).flatMap((other) => over(other.text.replaceAll('\n', ' '), [other.rect])),
      ...marks.flatMap(({ name, rect: mark }) => over(name, [mark])),
      ...over(
        'a chip',
        chips.map((chip) => chip.rect),
      ),
      ...(controls.some((control) => overlap(shown, control, -0.5)) ? [`${words} lies under a control`] : []),
      ...(out ? [`${words} is cut by the edge`] : []),
    ]
  })
}

test.each([
  ['the first screen', ''],
  ['an answer', 'ask=distancing&toward=us&with=condemnation'],
  ['an opened tie', OPENED],
  ['the top level', 'level=top'],
])('no label lies over another, a mark or a control, on any width: %s', async (_what, address) => {
  const { page } = await open(`?${address}`)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    const host = page.locator('#picture')
    await eventually(async () => {
      const { camera } = await drawnScene(page)
      return camera.width === (await host.evaluate(({ clientWidth }) => clientWidth))
    }).toBe(true)
    await eventually(async () => faultsOf(await drawnScene(page))).toEqual([])
    const { labels, actors } = await drawnScene(page)
    const named = new Set(labels.map(({ of }) => of))
    // Where there is room everybody has a name.
    const nameless = size.width < 1180 ? [] : actors.filter(({ id }) => !named.has(id))
    expect(
      nameless.map(({ name }) => name),
      `without a name at ${size.width}`,
    ).toEqual([])
    expect(labels.length).toBeGreaterThan(1)
  }
})
