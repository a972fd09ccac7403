import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $catalogue, $network, $picture, $question, $questions, $view } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import { $mayWrite } from '../../state/session.ts'
import { withKind, withQuestion } from '../../state/view/steps.ts'
import { KINDS } from '../../state/view/view.ts'
import { ACTOR_KIND_WORDS, KIND_WORDS } from '../../state/words/words.ts'
import type { ActorKind, EventKind } from '../../state/types.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { KindMark } from '../parts/KindMark.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Reload } from '../shell/Reload.tsx'

/** Questions, then the key of the picture: it counts, and kinds are switched off and on here. */
export function LeftColumn() {
  const questions = useStore($questions)
  const asked = useStore($question)
  const catalogue = useStore($catalogue)
  const mayWrite = useStore($mayWrite)
  return (
    <nav className="left" id="questions" aria-label="Questions" tabIndex={-1}>
      <h2>Questions</h2>
      <Notice loaded={catalogue} what="the collections" />
      <ol className="questions">
        {questions.map((question, place) => (
          <li key={question.id}>
            <button
              type="button"
              aria-pressed={asked?.id === question.id}
              onClick={() => change((now) => withQuestion(now, question))}
            >
              <span className="key" aria-hidden="true">
                {place < 9 ? place + 1 : ''}
              </span>
              <span>{question.text}</span>
            </button>
          </li>
        ))}
      </ol>
      <Kinds />
      <Claims />
      <Actors />
      {mayWrite ? <Reload /> : null}
    </nav>
  )
}

function Kinds() {
  const { hidden } = useStore($view)
  const byKind = new Map(latest(useStore($network))?.network.stats.byKind.map(({ kind, events }) => [kind, events]))
  const shown = KINDS.filter((kind) => (byKind.get(kind) ?? 0) > 0 || hidden.includes(kind))
  const all = shown.length > 0 && shown.every((kind) => hidden.includes(kind))
  const showAll = () => change((view) => ({ ...view, hidden: [] }))
  if (shown.length === 0) return null
  return (
    <section>
      <h2>
        Kinds of act <span className="quiet">events</span>
      </h2>
      <ul className="rows">
        {shown.map((kind) => (
          <li key={kind}>
            <KindSwitch kind={kind} on={!hidden.includes(kind)} events={byKind.get(kind) ?? 0} />
          </li>
        ))}
      </ul>
      {all ? (
        <p className="quiet">
          Every kind is switched off.{' '}
          <button type="button" className="link" onClick={showAll}>
            Show all kinds
          </button>
        </p>
      ) : null}
    </section>
  )
}

function KindSwitch({ kind, on, events }: { readonly kind: EventKind; readonly on: boolean; readonly events: number }) {
  return (
    <label>
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => change((view) => withKind(view, kind, target.checked))}
      />
      <KindMark kind={kind} />
      <span>{KIND_WORDS[kind]}</span>
      <span className="number">{events}</span>
    </label>
  )
}

function Claims() {
  const stats = latest(useStore($network))?.network.stats
  if (!stats || stats.events === 0) return null
  const rows = [
    ['≠', 'Disputed: act denied', stats.disputed],
    ['⇄', 'Answered: content denied', stats.answered],
    ['○╌', 'Offered or threatened', stats.notDone],
    ['1×', 'Single origin', stats.singleOrigin],
  ] as const
  return (
    <section>
      <h2>Claims</h2>
      <ul className="rows">
        {rows.map(([mark, words, number]) => (
          <li key={words}>
            <span className="mark" aria-hidden="true">
              {mark}
            </span>
            <span>{words}</span>
            <span className="number">{number}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Actors() {
  const { actors } = useStore($picture)
  const counts = new Map<ActorKind, number>()
  for (const { kind } of actors) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  if (actors.length === 0) return null
  return (
    <section>
      <h2>
        Actors drawn <span className="quiet">{actors.length}</span>
      </h2>
      <ul className="rows">
        {[...counts].map(([kind, number]) => (
          <li key={kind}>
            <ActorMark kind={kind} />
            <span>{ACTOR_KIND_WORDS[kind]}</span>
            <span className="number">{number}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
