import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import type { Answer, AnswerSwitch } from '../../state/answers/answer.ts'
import {
  $answer,
  $asKnownOn,
  $catalogue,
  $collection,
  $headlineEvent,
  $network,
  $asking,
  $view,
} from '../../state/app.ts'
import { count, dayWords } from '../../state/words/dates.ts'
import { latest } from '../../state/loaded.ts'
import { withCollection, withAsk, withSelection, withSwitch } from '../../state/view/steps.ts'
import { SWITCH_WORDS } from '../../state/words/words.ts'
import { Notice } from '../shell/Notice.tsx'
import { Sentence } from './Sentence.tsx'

/** One sentence: the answer, or what the collection is about while nothing is asked. */
export function AnswerStrip() {
  const question = useStore($asking)
  const loaded = useStore($answer)
  const answer = latest(loaded)
  return (
    <section className="strip" id="answer" aria-label="Answer" tabIndex={-1}>
      {question && question !== 'missing' ? (
        <>
          <div className="asked">
            <p>
              {question.text}
              {answer?.asKnownOn ? <span className="quiet"> As known on {dayWords(answer.asKnownOn)}</span> : null}
            </p>
            <button
              type="button"
              className="close"
              aria-label="Close the answer"
              onClick={() => change((view) => withAsk(view, null))}
            >
              ×
            </button>
          </div>
          {answer ? <Told answer={answer} /> : <h1 className="unseen">{question.text}</h1>}
          <Notice loaded={loaded} what="the answer" />
        </>
      ) : (
        <Headline />
      )}
    </section>
  )
}

function Told({ answer }: { readonly answer: Answer }) {
  return (
    <>
      <Sentence key={answer.question} text={answer.sentence} />
      {answer.switches.length > 0 ? <Switches switches={answer.switches} /> : null}
      {answer.notes.length > 0 ? (
        <p className="facts">
          {answer.notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
      ) : null}
    </>
  )
}

/** What each switch would add stands on it before it is used. */
function Switches({ switches }: { readonly switches: readonly AnswerSwitch[] }) {
  return (
    <fieldset className="switches">
      <legend className="unseen">Counts as distancing</legend>
      <span aria-hidden="true">Counts as distancing:</span>
      <span className="pill locked">Suspensions, done</span>
      {switches.map(({ rule, on, adds }) => (
        <label key={rule} className="pill" data-switch={rule}>
          <input
            type="checkbox"
            checked={on}
            onChange={({ target }) => change((view) => withSwitch(view, rule, target.checked))}
          />
          {SWITCH_WORDS[rule]}
          {adds ? <span className="quiet">{addsWords(adds)}</span> : null}
        </label>
      ))}
    </fieldset>
  )
}

function addsWords({ rows, acts }: { readonly rows: number; readonly acts: number }): string {
  return acts === 0 ? '+0' : `+${count(rows, 'row')}, ${count(acts, 'act')}`
}

function Headline() {
  const collection = useStore($collection)
  const catalogue = useStore($catalogue)
  const chosen = useStore($view).collection
  const headlineEvent = useStore($headlineEvent)
  const asKnownOn = useStore($asKnownOn)
  const network = useStore($network)
  const stats = latest(network)?.network.stats
  if (!collection) {
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
  const nothing = `Nothing is recorded${asKnownOn === null ? '' : ` as known on ${dayWords(asKnownOn)}`}.`
  const sentence = headlineEvent === null ? null : collection.headline
  return (
    <>
      <h1>{stats?.events === 0 ? nothing : (sentence ?? collection.title)}</h1>
      {stats && stats.events > 0 ? (
        <p className="facts">
          {stats.firstReported ? (
            <span>
              Known since <strong>{dayWords(stats.firstReported)}</strong>
            </span>
          ) : null}
          <span>
            <strong>{count(stats.events, 'event')}</strong> in <strong>{count(stats.ties, 'tie')}</strong> between{' '}
            <strong>{count(stats.actors, 'actor')}</strong>
          </span>
          <span>
            <strong>{stats.answered}</strong> answered, <strong>{stats.disputed}</strong> disputed
          </span>
          <span>{originWords(stats.singleOrigin, stats.events)}</span>
          {sentence && headlineEvent !== null ? (
            <button
              type="button"
              className="link"
              onClick={() => change((view) => withSelection(view, { what: 'event', id: headlineEvent }))}
            >
              Evidence for this sentence
            </button>
          ) : null}
        </p>
      ) : null}
      <Notice loaded={network} what="the picture" />
    </>
  )
}

function originWords(single: number, events: number): string {
  if (single === 0) return 'every claim rests on several origins'
  return single === events ? 'every claim rests on a single origin' : `${single} rest on a single origin`
}
