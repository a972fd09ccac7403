import { change } from '../../state/actions.ts'
import { count, dayWords } from '../../state/words/dates.ts'
import type { ActorDetails, ActorName, EvidenceCard } from '../../state/types.ts'
import { withSelection } from '../../state/view/steps.ts'
import { ACTOR_KIND_WORDS, AFFILIATE_WORDS, AFFILIATION_WORDS } from '../../state/words/words.ts'
import { ActList } from './ActList.tsx'
import { ActorMark } from '../parts/ActorMark.tsx'
import { CloseButton } from './CloseButton.tsx'

/** One actor: names, what it belongs to and what belongs to it, and its events. */
export function ActorDetailsView({ actor }: { readonly actor: ActorDetails }) {
  const { affiliations, affiliates, aliases } = actor
  const events = actor.ties.items.flatMap((tie) => tie.events.nodes)
  return (
    <div>
      <header>
        <CloseButton />
        <p className="chips">
          <span className="chip">
            <ActorMark kind={actor.kind} />
            {ACTOR_KIND_WORDS[actor.kind].toLowerCase()}
          </span>
        </p>
        <h2>{actor.name}</h2>
        {actor.description ? <p>{actor.description}</p> : null}
        {aliases.length > 0 ? <p className="quiet">Also: {aliases.join(', ')}</p> : null}
      </header>
      {affiliations.length + affiliates.length > 0 ? (
        <section>
          <h3>Affiliations</h3>
          <dl className="pairs">
            {affiliations.map(({ id, type, to, ...rest }) => (
              <Affiliation key={id} words={AFFILIATION_WORDS[type]} actor={to} {...rest} />
            ))}
            {affiliates.map(({ id, type, actor: other, ...rest }) => (
              <Affiliation key={id} words={AFFILIATE_WORDS[type]} actor={other} {...rest} />
            ))}
          </dl>
        </section>
      ) : null}
      <section>
        <h3>{count(events.length, 'event')}</h3>
        {events.length > 0 ? (
          <ActList events={events} />
        ) : (
          <p className="quiet">No act by or toward this actor is drawn.</p>
        )}
      </section>
    </div>
  )
}

interface AffiliationProps {
  readonly words: string
  readonly actor: ActorName
  readonly role?: string | null
  readonly reportedOn?: string | null
  readonly evidence: readonly EvidenceCard[]
}

/** One that rests on evidence is a claim, and is told as one. */
function Affiliation({ words, actor, role, reportedOn, evidence }: AffiliationProps) {
  const publishers = [...new Set(evidence.map(({ source, relayedFrom }) => (relayedFrom ?? source).publisher))]
  return (
    <>
      <dt>{reportedOn ? `reportedly ${words}` : words}</dt>
      <dd>
        <button
          type="button"
          className="link"
          onClick={() => change((view) => withSelection(view, { what: 'actor', id: actor.id }))}
        >
          {actor.name}
        </button>
        {role ? <span className="quiet"> {role}</span> : null}
        {reportedOn ? (
          <span className="quiet">
            {' '}
            {publishers.join(', ')}, known {dayWords(reportedOn)}
          </span>
        ) : null}
      </dd>
    </>
  )
}
