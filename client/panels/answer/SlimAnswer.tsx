import { useStore } from '@nanostores/react'
import { ChevronLeft } from 'lucide-react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import type { Answer } from '../../state/answers/answer.ts'
import type { Asking } from '../../state/answers/asking.ts'
import { $tableBesideDetails } from '../../state/answers/ledger.ts'
import { withSelection } from '../../state/view/steps.ts'
import { Sentence } from './Sentence.tsx'

interface Props {
  readonly asking: Asking
  readonly answer: Answer | null
  /** The answer was given before what is asked now. */
  readonly earlier: boolean
}

/** The question beside the details of one of its rows: one line, and the way back. What a tie answers keeps its sentence. */
export function SlimAnswer({ asking, answer, earlier }: Props) {
  const { selection } = useStore($view)
  const table = useStore($tableBesideDetails)
  const told = selection?.what === 'tie' && asking.kind === 'COOPERATION'
  return (
    <>
      <div className="slim">
        <button
          type="button"
          className="close"
          aria-label="Back to the answer"
          onClick={() => change((view) => withSelection(view, null))}
        >
          <ChevronLeft size={16} aria-hidden="true" />
        </button>
        <p className="slim-text">
          <strong>{asking.text}</strong>
          {answer ? <span className={earlier ? 'told earlier' : 'told'}> · {answer.main.title}</span> : null}
        </p>
        <button
          type="button"
          className="button bare"
          aria-pressed={table}
          onClick={() => $tableBesideDetails.set(!table)}
        >
          Table
        </button>
      </div>
      {told && answer ? (
        <div className={earlier ? 'told earlier' : 'told'}>
          <Sentence text={answer.sentence} />
        </div>
      ) : (
        <h1 className="unseen">{answer && !earlier ? answer.sentence : asking.text}</h1>
      )}
    </>
  )
}
