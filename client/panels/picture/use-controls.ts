import { useEffect, useState, type RefObject } from 'react'
import type { Rect } from '../../canvas/geometry.ts'

const NONE: readonly Rect[] = []

/**
 * Where controls float over the hosts of a region, by the id of the host, in its pixels; the same objects until one moves. `all`: those of
 * every host, for hosts of one layout.
 */
export function useControls(
  region: RefObject<HTMLElement | null>,
  panes: string,
): ReadonlyMap<string, readonly Rect[]> {
  const [found, setFound] = useState<ReadonlyMap<string, readonly Rect[]>>(new Map())
  useEffect(() => {
    const element = region.current
    if (!element) return
    const look = () => {
      const next = controlsOf(element)
      setFound((last) => (JSON.stringify([...last]) === JSON.stringify([...next]) ? last : next))
    }
    const resized = new ResizeObserver(look)
    for (const part of [element, ...element.querySelectorAll('.host, [data-control]')]) resized.observe(part)
    look()
    return () => resized.disconnect()
  }, [region, panes])
  return found
}

function controlsOf(region: HTMLElement): ReadonlyMap<string, readonly Rect[]> {
  const controls = [...region.querySelectorAll('[data-control]')].map((control) => control.getBoundingClientRect())
  const found = new Map<string, readonly Rect[]>(
    [...region.querySelectorAll('.host')].map((host) => {
      const { left, top, right, bottom } = host.getBoundingClientRect()
      const over = controls
        .filter(
          (each) => each.width > 0 && each.left < right && each.right > left && each.top < bottom && each.bottom > top,
        )
        .map((each) => ({
          x: Math.round(each.left + each.width / 2 - left),
          y: Math.round(each.top + each.height / 2 - top),
          w: Math.round(each.width),
          h: Math.round(each.height),
        }))
      return [host.id, over.length > 0 ? over : NONE]
    }),
  )
  return found.set('all', [...found.values()].flat())
}
