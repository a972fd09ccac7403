import { useStore } from '@nanostores/react'
import { useEffect, useState } from 'react'
import { toFile } from '../../canvas/svg/node.ts'
import { drawSheet } from '../../canvas/svg/sheet.ts'
import { $view } from '../../state/app.ts'
import { $panes } from '../../state/picture/panes.ts'
import { $sources } from '../../state/export/sources.ts'
import { $canvases } from '../picture/canvases.ts'
import { embeddedFaces } from './faces.ts'
import { sheetOfPage, tokensOfPage } from './sheet-of-page.ts'
import { textWidth } from './text-width.ts'

/** The page's picture as a file, with the address under which the page itself can show it. */
export interface SheetFile {
  readonly svg: Blob
  readonly url: string
  readonly width: number
  readonly height: number
}

const LOOK_AGAIN_MS = 300

/** The file of what is drawn now; `none` where no picture is shown, null while it is being made. */
export function useSheetFile(): SheetFile | 'none' | null {
  const [file, setFile] = useState<SheetFile | 'none' | null>(null)
  const canvases = useStore($canvases)
  const panes = useStore($panes)
  const sources = useStore($sources)
  const listed = useStore($view).list !== null
  const [looked, setLooked] = useState(0)
  const waiting = sources.state === 'idle' || sources.state === 'loading'

  useEffect(() => {
    if (waiting) return
    let url: string | null = null
    let over = false
    let later: ReturnType<typeof setTimeout> | undefined
    void makeSheet().then((svg) => {
      if (over) return
      if (svg === null) {
        setFile('none')
        // A picture that comes back in place of the list takes a moment to be drawn.
        if (!listed) later = setTimeout(() => setLooked((times) => times + 1), LOOK_AGAIN_MS)
        return
      }
      url = URL.createObjectURL(svg.blob)
      setFile({ svg: svg.blob, url, width: svg.width, height: svg.height })
    })
    return () => {
      over = true
      clearTimeout(later)
      if (url !== null) URL.revokeObjectURL(url)
    }
  }, [canvases, panes, sources, waiting, listed, looked])

  return file
}

async function makeSheet(): Promise<{ readonly blob: Blob; readonly width: number; readonly height: number } | null> {
  const sheet = sheetOfPage()
  if (!sheet || sheet.panes.length === 0) return null
  const tokens = tokensOfPage()
  const draw = (styles: string | null) => drawSheet(sheet, tokens, textWidth(), styles)
  // A face that cannot be fetched leaves the one of the system.
  const styles = await embeddedFaces(toFile(draw(null))).catch(() => null)
  const drawn = draw(styles)
  return {
    blob: new Blob([toFile(drawn)], { type: 'image/svg+xml' }),
    width: Number(drawn.attributes['width']),
    height: Number(drawn.attributes['height']),
  }
}
