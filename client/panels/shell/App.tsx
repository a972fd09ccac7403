import { useStore } from '@nanostores/react'
import { lazy, Suspense } from 'react'
import { $view } from '../../state/app.ts'
import { AnswerStrip } from '../answer/AnswerStrip.tsx'
import { Details } from '../details/Details.tsx'
import { Ledger } from '../ledger/Ledger.tsx'
import { LeftColumn } from '../left/LeftColumn.tsx'
import { Stage } from '../picture/Stage.tsx'
import { CompareStrip } from '../time/CompareStrip.tsx'
import { Timeline } from '../time/Timeline.tsx'
import { TopBar } from '../top/TopBar.tsx'
import { AwayNotice } from './AwayNotice.tsx'
import { Live } from './Live.tsx'
import { useKeys } from './keys.ts'
import { useSpoken } from './spoken.ts'
import { useTitle } from './title.ts'

const ListTwin = lazy(async () => ({ default: (await import('../list/ListTwin.tsx')).ListTwin }))
const ChangesList = lazy(async () => ({ default: (await import('../time/ChangesList.tsx')).ChangesList }))

/** The regions of the page, each in its place. */
export function App() {
  const { selection, list, compare } = useStore($view)
  useKeys()
  useTitle()
  useSpoken()
  return (
    <div className={selection ? 'page has-details' : 'page'} data-details={selection?.what}>
      <TopBar />
      <AwayNotice />
      <LeftColumn />
      <main className="middle">
        {compare === null ? <AnswerStrip /> : <CompareStrip />}
        <Stage />
        {list ? (
          <Suspense>
            {compare === null ? <ListTwin /> : <ChangesList />}
          </Suspense>
        ) : null}
        {compare === null ? <Ledger /> : null}
        <Timeline />
      </main>
      {selection ? <Details selection={selection} /> : null}
      <Live />
    </div>
  )
}
