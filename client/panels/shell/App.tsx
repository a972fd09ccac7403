import { useStore } from '@nanostores/react'
import { lazy, Suspense, useEffect } from 'react'
import { $view } from '../../state/app.ts'
import { $help } from '../../state/help.ts'
import { $tab, TAB_WORDS } from '../../state/phone.ts'
import { AnswerStrip } from '../answer/AnswerStrip.tsx'
import { Details } from '../details/Details.tsx'
import { Ledger } from '../ledger/Ledger.tsx'
import { Exporting } from '../export/Exporting.tsx'
import { Importing } from '../import/Importing.tsx'
import { LeftColumn } from '../left/LeftColumn.tsx'
import { PictureRegion } from '../picture/PictureRegion.tsx'
import { RollUpStrip } from '../picture/RollUpStrip.tsx'
import { PHONE, useMedia } from '../parts/use-media.ts'
import { useRailed } from '../parts/use-railed.ts'
import { CompareStrip } from '../time/CompareStrip.tsx'
import { Timeline } from '../time/Timeline.tsx'
import { TopBar } from '../top/TopBar.tsx'
import { AwayNotice } from './AwayNotice.tsx'
import { KeySheet } from './KeySheet.tsx'
import { Live } from './Live.tsx'
import { PhoneTabs } from './PhoneTabs.tsx'
import { useKeys } from './keys.ts'
import { useSpoken } from './spoken.ts'
import { useTitle } from './title.ts'
import { useWaits } from './use-waits.ts'

const ListTwin = lazy(async () => ({ default: (await import('../list/ListTwin.tsx')).ListTwin }))
const ChangesList = lazy(async () => ({ default: (await import('../time/ChangesList.tsx')).ChangesList }))

/** The regions of the page, each in its place. */
export function App() {
  const { ask, selection, pinned, list, compare, both } = useStore($view)
  const helps = useStore($help)
  const tab = useStore($tab)
  const railed = useRailed()
  const phone = useMedia(PHONE)
  const waits = useWaits()
  const filters = phone && tab === 'filters'
  // With both levels the strip says how the selected actor rolls up; the room is for the pictures.
  const opened = (both && selection?.what === 'actor' ? null : selection) ?? pinned
  const details = helps ? 'help' : opened?.what
  useKeys()
  useTitle()
  useSpoken()

  // The list of keys makes room for what is opened, and a phone shows what was asked.
  useEffect(() => $help.set(false), [selection])
  useEffect(() => $tab.set('answer'), [ask])

  return (
    <div
      className={['page', railed && 'railed', details && 'has-details', waits && 'waits'].filter(Boolean).join(' ')}
      data-details={details}
      data-ask={ask?.kind}
      data-tab={tab}
    >
      <TopBar />
      <AwayNotice />
      <Exporting />
      <Importing />
      {filters ? (
        <main className="filters">
          <h1 className="unseen">Questions and filters</h1>
          <LeftColumn />
        </main>
      ) : (
        <LeftColumn />
      )}
      <main className="middle">
        {phone && tab !== 'answer' ? <h1 className="unseen">{TAB_WORDS[tab]}</h1> : null}
        {compare !== null ? <CompareStrip /> : both ? <RollUpStrip /> : <AnswerStrip />}
        <PictureRegion framed={!waits} />
        {list ? <Suspense>{compare === null ? <ListTwin /> : <ChangesList />}</Suspense> : null}
        <Ledger />
        <Timeline />
      </main>
      {helps ? <KeySheet /> : opened ? <Details /> : null}
      <PhoneTabs />
      <Live />
    </div>
  )
}
