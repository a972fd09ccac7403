import { useStore } from '@nanostores/react'
import { useState } from 'react'
import { change } from '../../state/actions.ts'
import { $question, $questions } from '../../state/app.ts'
import { withQuestion } from '../../state/view/steps.ts'

/** So many stand there at once; the rest opens below them. */
const AT_ONCE = 5

/** The prepared questions, each with its key. */
export function Questions() {
  const questions = useStore($questions)
  const asked = useStore($question)
  const [more, setMore] = useState(false)
  const whole = more || questions.findIndex(({ id }) => id === asked?.id) >= AT_ONCE
  const shown = whole ? questions : questions.slice(0, AT_ONCE)
  return (
    <section>
      <h2 id="left-questions" tabIndex={-1}>
        Questions
      </h2>
      <ol className="questions">
        {shown.map((question, place) => (
          <li key={question.id}>
            <button
              type="button"
              aria-pressed={asked?.id === question.id}
              aria-keyshortcuts={place < 9 ? String(place + 1) : undefined}
              onClick={() => change((now) => withQuestion(now, question))}
            >
              <kbd aria-hidden="true">{place < 9 ? place + 1 : ''}</kbd>
              <span>{question.text}</span>
            </button>
          </li>
        ))}
      </ol>
      {questions.length > AT_ONCE ? (
        <button type="button" className="more" aria-expanded={whole} onClick={() => setMore(!whole)}>
          {whole ? 'Fewer questions' : 'More questions…'}
        </button>
      ) : null}
    </section>
  )
}
