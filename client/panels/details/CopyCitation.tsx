import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { citationText } from '../../state/details/citation.ts'
import { viewLink } from '../../state/link.ts'
import { say } from '../../state/say.ts'
import type { EventRow, EvidenceCard } from '../../state/types.ts'

/** How long the button says that it has copied. */
const SAID_MS = 2500

/** Copies a card as one line of text. */
export function CopyCitation({ evidence, event }: { readonly evidence: EvidenceCard; readonly event: EventRow }) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SAID_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = () => {
    navigator.clipboard.writeText(citationText(evidence, event, viewLink())).then(
      () => {
        setCopied(true)
        say('Citation copied.')
      },
      () => say('The browser did not allow copying.'),
    )
  }
  return (
    <button type="button" className="copy-citation" aria-label="Copy citation" title="Copy citation" onClick={copy}>
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </button>
  )
}
