import type { Browser, Page } from 'playwright-core'

/** From this on a difference of colour is seen, of 255. */
const SEEN = 40

/**
 * How much of the picture on a page differs from the first pane of an SVG that was saved of it: the share of pixels that are seen to
 * differ, both made half as large first, since letters and edges are smoothed in many ways.
 */
export async function unlikeness(page: Page, browser: Browser, svg: string): Promise<number> {
  const layers = await page
    .locator('#picture canvas')
    .evaluateAll((canvases) =>
      canvases.flatMap((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : [])),
    )
  const size = await page.locator('#picture').evaluate((host) => ({ w: host.clientWidth, h: host.clientHeight }))
  // A page of its own, since the one of the product parses no text as elements.
  const context = await browser.newContext()
  try {
    const neutral = await context.newPage()
    await neutral.setContent(`<body style="margin:0">${svg.replace(/^<\?xml.*?\?>/, '')}</body>`)
    const top = await neutral.locator('[data-pane="0"] > g > rect').evaluate((pane) => pane.getBoundingClientRect().top)
    return await neutral.evaluate(
      async ({ images, file, top, w, h, seen }) => {
        const load = async (source: string) => {
          const image = new Image()
          image.src = source
          await image.decode()
          return image
        }
        const pixels = (images: readonly HTMLImageElement[], y: number) => {
          const canvas = new OffscreenCanvas(Math.floor(w / 2), Math.floor(h / 2))
          const context = canvas.getContext('2d')
          if (!context) throw new Error('There is no canvas.')
          context.fillStyle = '#ffffff'
          context.fillRect(0, 0, w, h)
          context.scale(0.5, 0.5)
          for (const image of images) context.drawImage(image, 0, y)
          return context.getImageData(0, 0, canvas.width, canvas.height).data
        }
        const shown = pixels(await Promise.all(images.map(load)), 0)
        const saved = pixels([await load(URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' })))], -top)
        let different = 0
        for (let at = 0; at < shown.length; at += 4) {
          const apart = [0, 1, 2].map((part) => Math.abs((shown[at + part] ?? 0) - (saved[at + part] ?? 0)))
          if (Math.max(...apart) > seen) different++
        }
        return different / (shown.length / 4)
      },
      { images: layers, file: svg, top, ...size, seen: SEEN },
    )
  } finally {
    await context.close()
  }
}
