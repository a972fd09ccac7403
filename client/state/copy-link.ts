import { atom } from 'nanostores'
import { viewLink } from './link.ts'
import { say } from './say.ts'

const SAID_MS = 2000

/** For a moment after the link was copied: that it was. Where the browser lets no page copy: the link, to be copied by hand. */
export type LinkCopy = { readonly state: 'idle' | 'copied' } | { readonly state: 'by hand'; readonly link: string }

export const $linkCopy = atom<LinkCopy>({ state: 'idle' })

let timer: ReturnType<typeof setTimeout> | undefined

/** Copies the link of the view. */
export async function copyLink(): Promise<void> {
  const link = viewLink()
  clearTimeout(timer)
  try {
    await navigator.clipboard.writeText(link)
  } catch {
    // Not granted, or a page that did not come over a connection that the browser takes for safe.
    $linkCopy.set({ state: 'by hand', link })
    return
  }
  $linkCopy.set({ state: 'copied' })
  say('Link copied.')
  timer = setTimeout(closeLink, SAID_MS)
}

export function closeLink(): void {
  $linkCopy.set({ state: 'idle' })
}
