import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $network } from '../../state/app.ts'
import { affiliationNote } from '../../state/details/affiliation-words.ts'
import { latest } from '../../state/loaded.ts'
import { chainOf } from '../../state/picture/chain.ts'
import type { ActorDetails, ActorName } from '../../state/types.ts'
import { withSelection } from '../../state/view/steps.ts'
import { AFFILIATE_WORDS, AFFILIATION_WORDS } from '../../state/words/words.ts'

/** What an actor belongs to, leads or stands for, and what belongs to it; one that rests on evidence is told as a claim. */
export function Affiliations({ actor }: { readonly actor: ActorDetails }) {
  const network = latest(useStore($network))?.network
  const { affiliations, affiliates } = actor
  if (affiliations.length + affiliates.length === 0) return null
  const chain = network ? chainOf(network, actor.id) : []
  return (
    <section>
      <h3>Affiliations</h3>
      <dl className="pairs">
        {affiliations.map((each) => (
          <Row key={each.id} words={AFFILIATION_WORDS[each.type]} actor={each.to} claim={each} />
        ))}
        {affiliates.map((each) => (
          <Row key={each.id} words={AFFILIATE_WORDS[each.type]} actor={each.actor} claim={each} />
        ))}
      </dl>
      {chain.length > 1 ? (
        <p className="quiet">
          Rolls up: {chain.map(({ type, to }) => `${AFFILIATION_WORDS[type]} ${to.name}`).join(', ')}.
        </p>
      ) : null}
    </section>
  )
}

interface RowProps {
  readonly words: string
  readonly actor: ActorName
  readonly claim: ActorDetails['affiliations'][number] | ActorDetails['affiliates'][number]
}

function Row({ words, actor, claim }: RowProps) {
  const note = affiliationNote(claim)
  return (
    <>
      <dt>{claim.reportedOn ? `reportedly ${words}` : words}</dt>
      <dd>
        <button
          type="button"
          className="link"
          onClick={() => change((view) => withSelection(view, { what: 'actor', id: actor.id }))}
        >
          {actor.name}
        </button>
        {note ? <span className="quiet"> {note}</span> : null}
      </dd>
    </>
  )
}
