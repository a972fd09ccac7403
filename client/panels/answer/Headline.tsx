import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $asKnownOn, $catalogue, $collection, $headlineEvent, $network, $view } from '../../state/app.ts'
import { restsWords } from '../../state/answers/citations.ts'
import { latest } from '../../state/loaded.ts'
import type { Network } from '../../state/types.ts'
import { withAsk, withCollection, withSelection } from '../../state/view/steps.ts'
import { NO_SLOTS } from '../../state/view/ask.ts'
import { dayWords } from '../../state/words/dates.ts'
import { Notice } from '../shell/Notice.tsx'

/** What the collection is about while nothing is asked: its sentence, and counts that open lists. */
export function Headline() {
  const collection = useStore($collection)
  const headlineEvent = useStore($headlineEvent)
  const asKnownOn = useStore($asKnownOn)
  const network = useStore($network)
  const stats = latest(network)?.network.stats
  if (!collection) return <NoCollection />
  const nothing = `Nothing is recorded${asKnownOn === null ? '' : ` as known on ${dayWords(asKnownOn)}`}.`
  const sentence = headlineEvent === null ? null : collection.headline
  return (
    <>
      <h1>
        {stats?.events === 0 ? (
          nothing
        ) : sentence !== null && headlineEvent !== null ? (
          <button
            type="button"
            className="headline"
            title="Evidence for this sentence"
            onClick={() => change((view) => withSelection(view, { what: 'event', id: headlineEvent }))}
          >
            {sentence}
          </button>
        ) : (
          collection.title
        )}
      </h1>
      {stats && stats.events > 0 ? <Facts stats={stats} /> : null}
      {/* While it loads the picture says so. */}
      {network.state === 'error' ? <Notice loaded={network} what="the picture" /> : null}
    </>
  )
}

function Facts({ stats }: { readonly stats: Network['stats'] }) {
  const single = restsWords(
    Array.from({ length: stats.events }, (_, place) => (place < stats.singleOrigin ? 1 : 2)),
    'claim',
  )
  return (
    <p className="facts">
      {stats.firstReported ? (
        <span>
          Known since <strong>{dayWords(stats.firstReported)}</strong>
        </span>
      ) : null}
      <span>
        <Opens list="events" number={stats.events} one="event" /> in <Opens list="ties" number={stats.ties} one="tie" />{' '}
        between <Opens list="actors" number={stats.actors} one="actor" />
      </span>
      {stats.answered > 0 ? (
        <span>
          <strong>{stats.answered}</strong> {stats.answered === 1 ? 'claim' : 'claims'} answered
        </span>
      ) : null}
      {stats.disputed > 0 ? (
        <span>
          <strong>{stats.disputed}</strong> {stats.disputed === 1 ? 'claim' : 'claims'} disputed
        </span>
      ) : null}
      <button
        type="button"
        className="link"
        onClick={() => change((view) => withAsk(view, { kind: 'SINGLE_ORIGIN', ...NO_SLOTS }))}
      >
        {single}
      </button>
    </p>
  )
}

/** A count that opens what it counts. */
function Opens({
  list,
  number,
  one,
}: {
  readonly list: 'events' | 'ties' | 'actors'
  readonly number: number
  readonly one: string
}) {
  return (
    <button type="button" className="fact" onClick={() => change((view) => ({ ...view, list }))}>
      <strong>{number.toLocaleString('en')}</strong> {number === 1 ? one : `${one}s`}
    </button>
  )
}

function NoCollection() {
  const catalogue = useStore($catalogue)
  const chosen = useStore($view).collection
  if (catalogue.state !== 'ok') return <h1 className="unseen">Entente</h1>
  const [first] = catalogue.value.collections
  if (!first || chosen === null) return <h1>This store holds no collection yet. Load a case, then come back.</h1>
  return (
    <>
      <h1>This link names a collection that is not here: {chosen}.</h1>
      <button type="button" className="button" onClick={() => change((view) => withCollection(view, first.id))}>
        Open {first.title}
      </button>
    </>
  )
}
