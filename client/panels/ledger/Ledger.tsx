import { useStore } from '@nanostores/react'
import { useRef, useState } from 'react'
import { $ledger } from '../../state/answers/ledger.ts'
import { $answer, $view } from '../../state/app.ts'
import { AnswerTableView } from './AnswerTableView.tsx'
import { FurtherRows } from './FurtherRows.tsx'
import { LeftOutLine } from './LeftOutLine.tsx'
import { MoreBelow } from './MoreBelow.tsx'

/** Rows that leave the picture its room; of more the first are shown until the reader asks for all. */
const FEW = 4

/** The table of the answer, what is told apart from it, and what it leaves out. */
export function Ledger() {
  const { selection } = useStore($view)
  const { state } = useStore($answer)
  const answer = useStore($ledger)
  const scroller = useRef<HTMLDivElement>(null)
  const [whole, setWhole] = useState<string | null>(null)
  if (!answer) return null
  const lines = [answer.main, ...answer.apart].flatMap(({ rows }) => rows.flatMap((row) => row.lines)).length
  const brief = lines > FEW && whole !== answer.question
  return (
    <section
      className={brief ? 'ledger brief' : 'ledger'}
      id="table"
      aria-label="Table"
      aria-busy={state !== 'ok'}
      tabIndex={-1}
    >
      <div className="ledger-rows" ref={scroller}>
        <AnswerTableView part="rows" table={answer.main} selection={selection} />
        {answer.apart.map((table) => (
          <AnswerTableView key={table.title} part="apart" table={table} selection={selection} />
        ))}
      </div>
      {brief ? (
        <MoreBelow
          scroller={scroller}
          total={lines}
          further={answer.further !== null}
          onAll={() => setWhole(answer.question)}
        />
      ) : null}
      {brief ? null : <FurtherRows key={answer.question} further={answer.further} scroller={scroller} />}
      {answer.leftOut ? <LeftOutLine answer={answer} leftOut={answer.leftOut} /> : null}
    </section>
  )
}
