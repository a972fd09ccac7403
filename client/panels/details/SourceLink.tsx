import { ExternalLink } from 'lucide-react'
import type { SourceLine } from '../../state/types.ts'

/** Opens a source in a new tab; nothing where it has no address. */
export function SourceLink({ source: { url, publisher } }: { readonly source: SourceLine }) {
  if (!url) return null
  return (
    <>
      {' · '}
      <a className="link source-link" href={url} target="_blank" rel="noreferrer">
        Open source<span className="unseen"> of {publisher}, in a new tab</span>
        <ExternalLink size={12} aria-hidden />
      </a>
    </>
  )
}
