import { useStore } from '@nanostores/react'
import { $answer, $asking, $view } from '../../state/app.ts'
import { $hoveredEvents } from '../../state/answers/hovered.ts'
import { latest } from '../../state/loaded.ts'
import { AnswerTableView } from './AnswerTableView.tsx'

/** The rows of the answer. */
export function Ledger() {
  const question = useStore($asking)
  const loaded = useStore($answer)
  const { selection } = useStore($view)
  const answer = question && question !== 'missing' ? latest(loaded) : null
  if (!answer) return null
  return (
    <section
      className="table-region"
      id="table"
      aria-label="Table"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must come to it
      tabIndex={0}
    >
      {[answer.main, ...answer.apart].map((table) => (
        <AnswerTableView
          part={table === answer.main ? 'rows' : 'apart'}
          key={table.columns.join(' ') + table.title}
          table={table}
          selection={selection}
          onHover={(events) => $hoveredEvents.set(events)}
        />
      ))}
    </section>
  )
}
