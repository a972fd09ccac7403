import { useEffect, useRef, useState, type RefObject } from 'react'

/** The sections to which the rail leads; their headings bear these ids. */
export type LeftSection = 'left-questions' | 'left-kinds' | 'left-claims' | 'left-actors'

interface Floating {
  /** The section for which the column was opened; null: it is closed. */
  readonly opened: LeftSection | null
  /** Opens the column at a section, or closes it where it is open at this one. */
  readonly turn: (section: LeftSection) => void
}

/**
 * The column while it floats over the picture: it opens at a section, and closes with
 * Escape or when something else is pointed at.
 */
export function useFloating(region: RefObject<HTMLElement | null>, railed: boolean): Floating {
  const [wished, setWished] = useState<LeftSection | null>(null)
  const opener = useRef<Element | null>(null)
  const opened = railed ? wished : null

  useEffect(() => {
    if (opened === null) return
    const heading = document.getElementById(opened)
    heading?.scrollIntoView({ block: 'nearest' })
    heading?.focus()
    const stop = new AbortController()
    const outside = ({ target }: Event) => {
      if (target instanceof Node && !region.current?.contains(target)) setWished(null)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      setWished(null)
      if (opener.current instanceof HTMLElement) opener.current.focus()
    }
    document.addEventListener('pointerdown', outside, { signal: stop.signal })
    // Before the page takes it for a step back.
    document.addEventListener('keydown', escape, { signal: stop.signal, capture: true })
    return () => stop.abort()
  }, [opened, region])

  return {
    opened,
    turn(section) {
      if (opened === null) opener.current = document.activeElement
      setWished(opened === section ? null : section)
    },
  }
}
