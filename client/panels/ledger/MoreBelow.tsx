import { ChevronDown } from 'lucide-react'
import { useLayoutEffect, useState, type RefObject } from 'react'

interface Props {
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Rows that are read. */
  readonly total: number
  /** There are further ones. */
  readonly further: boolean
  readonly onAll: () => void
}

/** Of a row, below its words: a row whose words are whole is seen. */
const PADDING = 8

/** How many rows stand below what is seen of the table, and who they are. */
export function MoreBelow({ scroller, total, further, onAll }: Props) {
  const [below, setBelow] = useState<readonly string[]>([])

  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const { bottom } = element.getBoundingClientRect()
      const rows = [...element.querySelectorAll<HTMLElement>('tr[data-name]')]
      const hidden = rows.filter((row) => row.getBoundingClientRect().bottom > bottom + PADDING)
      setBelow(hidden.map(({ dataset }) => dataset['name'] ?? ''))
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, total])

  return (
    <p className="ledger-foot more-below">
      <span className="ledger-foot-words">
        {below.length > 0 ? (
          <>
            <strong>{below.length} more below</strong> {[...new Set(below)].join(', ')}
          </>
        ) : null}
      </span>
      <button type="button" className="button bare" onClick={onAll}>
        {further ? 'Show the first' : 'Show all'} {total}
        <ChevronDown size={14} aria-hidden="true" />
      </button>
    </p>
  )
}
