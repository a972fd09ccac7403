import { Check, Copy } from 'lucide-react'
import { citationText } from '../../state/details/citation.ts'
import { viewLink } from '../../state/link.ts'
import type { EventRow, EvidenceCard } from '../../state/types.ts'
import { useCopied } from '../parts/use-copied.ts'

/** Copies a card as one line of text. */
export function CopyCitation({ evidence, event }: { readonly evidence: EvidenceCard; readonly event: EventRow }) {
  const [copied, copy] = useCopied('Citation copied.')
  return (
    <button
      type="button"
      className="copy-citation"
      title="Copy citation"
      onClick={() => copy(citationText(evidence, event, viewLink()))}
    >
      {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
    </button>
  )
}
