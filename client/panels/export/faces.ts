interface Face {
  readonly url: string
  readonly ranges: readonly (readonly [number, number])[]
  /** As the page's style sheet says it, without its source. */
  readonly rules: string
}

/**
 * The faces of the page that a text needs, as a style sheet with their letters in it, so that a file shows them anywhere. What they do
 * not hold falls back to a face of the system, as on the page.
 */
export async function embeddedFaces(text: string): Promise<string> {
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0)
  const needed = facesOfPage().filter(({ ranges }) =>
    letters.some((code) => ranges.some(([from, to]) => code >= from && code <= to)),
  )
  const written = await Promise.all(
    needed.map(async ({ url, rules }) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
      return `@font-face{${rules}src:url(data:font/woff2;base64,${base64(bytes)}) format('woff2');}`
    }),
  )
  return written.join('')
}

function facesOfPage(): readonly Face[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule): Face[] => {
      if (!(rule instanceof CSSFontFaceRule)) return []
      const read = (name: string) => rule.style.getPropertyValue(name)
      const [, path] = /url\("?([^")]+)"?\)/.exec(read('src')) ?? []
      if (path === undefined) return []
      const kept = ['font-family', 'font-style', 'font-weight', 'unicode-range']
      return [
        {
          url: new URL(path, sheet.href ?? document.baseURI).href,
          ranges: rangesOf(read('unicode-range')),
          rules: kept.map((name) => `${name}:${read(name)};`).join(''),
        },
      ]
    }),
  )
}

/** `U+0-FF, U+131`; without any: every letter */
function rangesOf(text: string): Face['ranges'] {
  const found = [...text.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)]
  if (found.length === 0) return [[0, 0x10ffff]]
  return found.map(([, from = '0', to = from]) => [Number.parseInt(from, 16), Number.parseInt(to, 16)])
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000))
  }
  return btoa(text)
}
