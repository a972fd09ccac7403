import {
  STANCE_WORDS,
  originOf,
  reliabilityWords,
  sourceWords,
  speakerWords,
  type Card,
} from '../../state/details/evidence.ts'
import { cardHeard } from '../../state/details/heard.ts'
import type { EventRow } from '../../state/types.ts'
import { CopyCitation } from './CopyCitation.tsx'
import { SourceLink } from './SourceLink.tsx'

/** Words on one act, in one frame; each is a stop of the keyboard. */
export function EvidenceCards({ cards, event }: { readonly cards: readonly Card[]; readonly event: EventRow }) {
  return (
    <ul className="cards">
      {cards.map((card, index) => (
        <li key={card.evidence.id}>
          <article
            className="card"
            aria-label={cardHeard(card, index + 1, cards.length)}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard reads card by card, and O opens its source
            tabIndex={0}
          >
            <CardView card={card} event={event} />
          </article>
        </li>
      ))}
    </ul>
  )
}

/** Who is said to have said it, the text, and where it stands. A relay is no second source. */
function CardView({ card: { evidence, told }, event }: { readonly card: Card; readonly event: EventRow }) {
  const { source, relayedFrom, quote, paraphrase, locator, stance } = evidence
  const origin = originOf(evidence)
  return (
    <>
      <div className="head">
        <span className={`stance ${stance}`}>{STANCE_WORDS[stance]}</span>
        <strong>{speakerWords(evidence)}</strong>
        {quote ? null : <span className="quiet">paraphrase</span>}
        <CopyCitation evidence={evidence} event={event} />
      </div>
      {quote ? <blockquote>“{quote}”</blockquote> : null}
      {paraphrase ? (
        <p>
          {paraphrase}
          {quote ? <span className="quiet"> paraphrase</span> : null}
        </p>
      ) : null}
      <p className="source">
        {sourceWords(origin)} · {reliabilityWords(origin, told)}
        {!relayedFrom && locator ? ` · ${locator}` : null}
        <SourceLink source={origin} />
      </p>
      {relayedFrom ? (
        <p className="source">
          carried by {sourceWords(source)}
          {source.reliability === origin.reliability ? null : ` · ${reliabilityWords(source, told)}`}
          {locator ? ` · ${locator}` : null}
          <SourceLink source={source} />
        </p>
      ) : null}
    </>
  )
}
