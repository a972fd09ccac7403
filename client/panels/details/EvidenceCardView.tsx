import { dayWords } from '../../state/words/dates.ts'
import type { EvidenceCard, SourceLine } from '../../state/types.ts'
import { RELIABILITY_WORDS, capitalised } from '../../state/words/words.ts'

const STANCE_WORDS = { ASSERTS: 'ASSERTS', DENIES: 'DENIES', NO_COMMENT: 'NO COMMENT' } as const

/** One word on one event: who is said to have said it, the text, and where it stands. A relay is no second source. */
export function EvidenceCardView({ evidence }: { readonly evidence: EvidenceCard }) {
  const { source, relayedFrom, speaker, quote, paraphrase, locator, stance, about } = evidence
  const origin = relayedFrom ?? source
  return (
    <li className="card">
      <div className="head">
        <span className={`stance ${stance}`}>{STANCE_WORDS[stance]}</span>
        <strong>{capitalised(speaker ?? origin.publisher)}</strong>
        {quote ? null : <span className="quiet">paraphrase</span>}
      </div>
      {quote ? <blockquote>“{quote}”</blockquote> : null}
      {paraphrase ? (
        <p>
          {paraphrase}
          {quote ? <span className="quiet"> paraphrase</span> : null}
        </p>
      ) : null}
      {about === 'CONTENT' ? <p className="quiet">About what was said, not whether it was said.</p> : null}
      <SourceView source={origin} locator={relayedFrom ? null : (locator ?? null)} />
      {relayedFrom ? (
        <>
          <p className="quiet">carried by</p>
          <SourceView source={source} locator={locator ?? null} />
        </>
      ) : null}
    </li>
  )
}

function SourceView({ source, locator }: { readonly source: SourceLine; readonly locator: string | null }) {
  const { publisher, title, url, published, reliability } = source
  return (
    <p className="quiet source">
      {publisher}
      {title ? `, “${title}”` : ''}
      {published ? `, ${dayWords(published)}` : ', date not stated'} · reliability {reliability}:{' '}
      {RELIABILITY_WORDS[reliability]}
      {locator ? ` · ${locator}` : ''}
      {url ? (
        <>
          {' · '}
          <a className="link" href={url} target="_blank" rel="noreferrer">
            Open source<span className="unseen"> of {publisher}, in a new tab</span>
          </a>
        </>
      ) : null}
    </p>
  )
}
