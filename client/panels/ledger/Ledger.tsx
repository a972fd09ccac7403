import { useStore } from '@nanostores/react'
import { useRef, useState } from 'react'
import { $answer, $asking, $view } from '../../state/app.ts'
import { $tableBesideDetails } from '../../state/answers/ledger.ts'
import { latest } from '../../state/loaded.ts'
import { AnswerTableView } from './AnswerTableView.tsx'
import { LeftOutLine } from './LeftOutLine.tsx'
import { MoreBelow } from './MoreBelow.tsx'

/** Rows that leave the picture its room; of more the first are shown until the reader asks for all. */
const FEW = 4

/** The table of the answer, what is told apart from it, and what it leaves out. */
export function Ledger() {
  const { selection } = useStore($view)
  const asking = useStore($asking)
  const beside = useStore($tableBesideDetails)
  const loaded = useStore($answer)
  const answer = latest(loaded)
  const scroller = useRef<HTMLDivElement>(null)
  const [whole, setWhole] = useState<string | null>(null)
  if (!asking || asking === 'missing' || !answer || (selection && !beside)) return null
  if (answer.main.columns.length === 0) return null
  const lines = [answer.main, ...answer.apart].flatMap(({ rows }) => rows.flatMap((row) => row.lines)).length
  const brief = lines > FEW && whole !== answer.question
  return (
    <section
      className={brief ? 'ledger brief' : 'ledger'}
      id="table"
      aria-label="Table"
      aria-busy={loaded.state !== 'ok'}
      tabIndex={-1}
    >
      <div className="ledger-rows" ref={scroller}>
        <AnswerTableView part="rows" table={answer.main} selection={selection} />
        {answer.apart.map((table) => (
          <AnswerTableView key={table.title} part="apart" table={table} selection={selection} />
        ))}
      </div>
      {brief ? <MoreBelow scroller={scroller} total={lines} onAll={() => setWhole(answer.question)} /> : null}
      {answer.leftOut ? <LeftOutLine answer={answer} leftOut={answer.leftOut} /> : null}
    </section>
  )
}
