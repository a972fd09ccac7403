import { useStore } from '@nanostores/react'
import { $answer, $asking, $view } from '../../state/app.ts'
import type { Answer } from '../../state/answers/answer.ts'
import type { Asking } from '../../state/answers/asking.ts'
import { latest } from '../../state/loaded.ts'
import { PHONE, useMedia } from '../parts/use-media.ts'
import { Notice } from '../shell/Notice.tsx'
import { AskedLine } from './AskedLine.tsx'
import { Headline } from './Headline.tsx'
import { MissingActor } from './MissingActor.tsx'
import { Nearest } from './Nearest.tsx'
import { Sentence } from './Sentence.tsx'
import { SlimAnswer } from './SlimAnswer.tsx'
import { Switches } from './Switches.tsx'

/** One sentence: the answer, or what the collection is about while nothing is asked. */
export function AnswerStrip() {
  const asking = useStore($asking)
  const { state } = useStore($answer)
  const { ask, selection } = useStore($view)
  // The room is kept from the first frame on, before anything has come.
  const telling = ask?.kind === 'COOPERATION' && selection?.what === 'tie'
  const room =
    ask === null ? 'strip' : !selection ? 'strip answering' : telling ? 'strip beside telling' : 'strip beside'
  const busy = asking !== null && (asking === 'missing' || state !== 'ok')
  return (
    <section className={room} id="answer" aria-label="Answer" aria-busy={busy} tabIndex={-1}>
      {asking === 'missing' ? <MissingActor /> : asking ? <Asked asking={asking} /> : <Headline />}
    </section>
  )
}

function Asked({ asking }: { readonly asking: Asking }) {
  const { selection } = useStore($view)
  const loaded = useStore($answer)
  const answer = latest(loaded)
  const earlier = loaded.state !== 'ok'
  const phone = useMedia(PHONE)
  return (
    <>
      {selection ? (
        <SlimAnswer asking={asking} answer={answer} earlier={earlier} />
      ) : (
        <>
          <AskedLine text={asking.text} answer={answer} earlier={earlier} />
          {answer ? <Told answer={answer} earlier={earlier} /> : <h1 className="unseen">{asking.text}</h1>}
        </>
      )}
      {answer && loaded.state === 'error' ? <p className="quiet">Above stands the answer from before.</p> : null}
      {/* What stands is said to be on its way beside the question: a line more would push the picture. */}
      {answer && !phone && loaded.state === 'loading' ? null : <Notice loaded={loaded} what="the answer" />}
    </>
  )
}

/** @param earlier it was given before what is asked now */
function Told({ answer, earlier }: { readonly answer: Answer; readonly earlier: boolean }) {
  return (
    <div className={earlier ? 'told earlier' : 'told'}>
      <Sentence key={answer.question} text={answer.sentence} />
      <Switches answer={answer} />
      {answer.main.rows.length === 0 && answer.main.columns.length > 0 ? <Nearest /> : null}
      {answer.notes.length > 0 ? (
        <p className="facts">
          {answer.notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
      ) : null}
    </div>
  )
}
