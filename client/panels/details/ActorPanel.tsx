import { useStore } from '@nanostores/react'
import { $network, $view } from '../../state/app.ts'
import { moreWords, toCounts, toPartners } from '../../state/details/actor.ts'
import { latest } from '../../state/loaded.ts'
import type { Selection } from '../../state/view/view.ts'
import { count } from '../../state/words/dates.ts'
import { ActorButtons } from './ActorButtons.tsx'
import { ActorHead } from './ActorHead.tsx'
import { Affiliations } from './Affiliations.tsx'
import { EventButtons } from './EventButtons.tsx'
import type { PanelProps } from './Panel.tsx'
import { Waiting } from './Waiting.tsx'
import { WithWhom } from './WithWhom.tsx'
import { useHeard } from './use-heard.ts'

/** One actor: with whom it has to do, what it belongs to and what belongs to it, and its latest events. */
export function ActorPanel({ selection, stores, pinned }: PanelProps<Extract<Selection, { what: 'actor' }>>) {
  const loaded = useStore(stores.$actor)
  const network = latest(useStore($network))?.network
  const { level } = useStore($view)
  const actor = latest(loaded)?.value ?? null
  const partners = actor ? toPartners(actor) : []
  const events = partners.reduce((sum, partner) => sum + partner.events, 0)
  const first = partners.slice(0, 3).map((partner) => `${partner.actor.name} ${partner.events}`)
  const heard = actor
    ? `${actor.name}, ${count(events, 'event')} with ${count(partners.length, 'actor')}. ${first.join(', ')}.`
    : ''
  useHeard(heard)
  if (!actor) {
    return <Waiting selection={selection} pinned={pinned} loaded={loaded} gone="This actor is no longer here." />
  }
  const more = network ? moreWords(network, actor.id, level) : null
  const { nodes, total } = actor.events
  return (
    <article aria-labelledby={`of-${selection.id}`} aria-busy={loaded.state === 'loading'}>
      <ActorHead
        actor={actor}
        counts={toCounts(actor.ties.items)}
        total={events}
        partners={partners.length}
        more={more}
        selection={selection}
        pinned={pinned}
      />
      <WithWhom partners={partners} />
      <Affiliations actor={actor} />
      {nodes.length > 0 ? (
        <section>
          <h3>
            {total > nodes.length ? 'Latest events' : 'Its events'}
            <span className="quiet">newest known first</span>
          </h3>
          <EventButtons events={nodes} />
          {total > nodes.length ? (
            <p className="quiet">{count(total - nodes.length, 'more event')} in the list.</p>
          ) : null}
        </section>
      ) : null}
      <ActorButtons actor={actor} />
    </article>
  )
}
