import { useSyncExternalStore } from 'react'

/** Widths at which the page is laid out otherwise; `styles/page.css` has the same. */
export const NARROW = '(max-width: 1180px)'
export const PHONE = '(max-width: 719px)'

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}
