import { useStore } from '@nanostores/react'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { GraphCanvas } from '../../canvas/graph-canvas.ts'
import { $answer, $asking, $collection, $view } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import { AnswerStrip } from '../answer/AnswerStrip.tsx'
import { AnswerTableView } from '../ledger/AnswerTableView.tsx'
import { AwayNotice } from './AwayNotice.tsx'
import { Details } from '../details/Details.tsx'
import { onKey } from './keys.ts'
import { LeftColumn } from '../left/LeftColumn.tsx'
import { PictureRegion } from '../picture/PictureRegion.tsx'
import { Toolbar } from '../picture/Toolbar.tsx'
import { TopBar } from '../top/TopBar.tsx'

const ListTwin = lazy(async () => ({ default: (await import('../list/ListTwin.tsx')).ListTwin }))

const NOTHING: readonly string[] = []

export function App() {
  const [canvas, setCanvas] = useState<GraphCanvas | null>(null)
  const [hovered, setHovered] = useState(NOTHING)
  const { selection, list } = useStore($view)
  const collection = useStore($collection)
  const question = useStore($asking)
  const loaded = useStore($answer)
  const answer = question && question !== 'missing' ? latest(loaded) : null

  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const text = question && question !== 'missing' ? question.text : null

  useEffect(() => {
    document.title = [text, collection?.title, 'Entente'].filter(Boolean).join(' · ')
    return () => {
      document.title = 'Entente'
    }
  }, [text, collection])

  return (
    <div className={selection ? 'page has-details' : 'page'}>
      <TopBar />
      <AwayNotice />
      <LeftColumn />
      <main className="middle">
        <AnswerStrip />
        <Toolbar canvas={canvas} />
        <PictureRegion hoveredEvents={hovered} canvas={canvas} onCanvas={setCanvas} />
        {list ? (
          <Suspense>
            <ListTwin />
          </Suspense>
        ) : null}
        {answer ? (
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
                onHover={setHovered}
              />
            ))}
          </section>
        ) : null}
      </main>
      {selection ? <Details selection={selection} /> : null}
      <output className="unseen">
        {answer && loaded.state === 'ok' ? `${answer.sentence} ${answer.main.title}.` : ''}
      </output>
    </div>
  )
}
