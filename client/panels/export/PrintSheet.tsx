import { useEffect, useRef } from 'react'
import { toElement } from '../../canvas/svg/node.ts'
import { drawSheet } from '../../canvas/svg/sheet.ts'
import { printPage } from './print-page.ts'
import { sheetOfPage, tokensOfPage } from './sheet-of-page.ts'
import { textWidth } from './text-width.ts'

/**
 * The picture as it is printed: drawn anew for paper, since the one of the screen has its colours and its size.
 * @param prints how often the reader wished to print by key
 */
export function PrintSheet({ prints }: { readonly prints: number }) {
  const host = useRef<HTMLElement>(null)

  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const draw = () => {
      const tokens = tokensOfPage(true)
      const sheet = sheetOfPage(tokens)
      host.current?.replaceChildren(...(sheet ? [toElement(drawSheet(sheet, tokens, textWidth(), null))] : []))
    }
    window.addEventListener('beforeprint', draw, { signal })
    window.addEventListener('afterprint', () => host.current?.replaceChildren(), { signal })
    return () => stop.abort()
  }, [])

  useEffect(() => {
    if (prints > 0) printPage()
  }, [prints])

  return <figure className="print-sheet" ref={host} aria-hidden="true" />
}
