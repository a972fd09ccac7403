import { useStore } from '@nanostores/react'
import { $asKnownOn, $network } from '../../state/app.ts'
import { rowOf } from '../../state/details/claims.ts'
import { toCards, toldBy } from '../../state/details/evidence.ts'
import { eventHeard } from '../../state/details/heard.ts'
import { latest } from '../../state/loaded.ts'
import type { Selection } from '../../state/view/view.ts'
import { Notice } from '../shell/Notice.tsx'
import { ClaimSection } from './ClaimSection.tsx'
import { Clocks } from './Clocks.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { EventHead } from './EventHead.tsx'
import { LinkedEvents } from './LinkedEvents.tsx'
import type { PanelProps } from './Panel.tsx'
import { StatusSteps } from './StatusSteps.tsx'
import { Waiting } from './Waiting.tsx'
import { useHeard } from './use-heard.ts'

/** One event down to its evidence: the act, its scope, the two clocks, how its status came to be, who says so and who denies it. */
export function EventPanel({ selection, stores, pinned }: PanelProps<Extract<Selection, { what: 'event' }>>) {
  const loaded = useStore(stores.$event)
  const claims = latest(useStore(stores.$claims)) ?? []
  const network = useStore($network)
  const asKnownOn = useStore($asKnownOn)
  const read = latest(loaded)
  const details = read?.value ?? null
  // What the picture knows of it stands at once; its words come from the database.
  const row = details ?? (read ? null : rowOf(latest(network)?.network, selection.id))
  const heard = row ? eventHeard(row) : ''
  useHeard(heard)

  if (!row) {
    const gone = 'This event is not here, or was not yet known on this day.'
    return <Waiting selection={selection} pinned={pinned} loaded={loaded} gone={gone} />
  }
  const cards = toCards(details?.evidence ?? [])
  return (
    <article aria-labelledby={`of-${selection.id}`} aria-busy={loaded.state === 'loading'}>
      <EventHead event={row} code={details?.code ?? null} selection={selection} pinned={pinned} />
      <section>
        <h3>Two clocks</h3>
        <Clocks event={row} />
      </section>
      {details ? (
        <>
          <section>
            <h3>Status history</h3>
            <StatusSteps event={details} asKnownOn={read?.asKnownOn ?? asKnownOn} />
          </section>
          <EvidenceSection event={details} cards={cards} />
        </>
      ) : (
        <section>
          <Notice loaded={loaded} what="the evidence" />
        </section>
      )}
      {claims.map((claim) => (
        <ClaimSection key={claim.id} claim={claim} beside={row} told={toldBy(cards)} />
      ))}
      <LinkedEvents title="What it ended" events={details?.breaks ?? []} />
      <LinkedEvents title="What it took up again" events={details?.restores ?? []} />
      {details?.summary ? (
        <section>
          <h3>As the {details.collection.kind === 'CASE' ? 'case' : 'data set'} tells it</h3>
          <p>{details.summary}</p>
        </section>
      ) : null}
    </article>
  )
}
