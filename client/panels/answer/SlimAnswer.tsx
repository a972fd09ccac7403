import { useStore } from '@nanostores/react'
import { ChevronLeft } from 'lucide-react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import type { Answer } from '../../state/answers/answer.ts'
import type { Asking } from '../../state/answers/asking.ts'
import { $tableBesideDetails } from '../../state/answers/ledger.ts'
import { withSelection } from '../../state/view/steps.ts'
import { Sentence } from './Sentence.tsx'

/** The question beside the details of one of its rows: one line, and the way back. What a tie answers keeps its sentence. */
export function SlimAnswer({ asking, answer }: { readonly asking: Asking; readonly answer: Answer | null }) {
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
          {answer ? ` · ${answer.main.title}` : null}
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
        <Sentence text={answer.sentence} />
      ) : (
        <h1 className="unseen">{answer?.sentence ?? asking.text}</h1>
      )}
    </>
  )
}
