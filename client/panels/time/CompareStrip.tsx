import { useStore } from '@nanostores/react'
import { Menu, X } from 'lucide-react'
import { change } from '../../state/actions.ts'
import { $asKnownOn, $beside, $collection, $network, $view } from '../../state/app.ts'
import { $comparison } from '../../state/time/compare.ts'
import { comparedSentence } from '../../state/time/compared-words.ts'
import { withCompareClosed, withLevel } from '../../state/view/steps.ts'
import type { Level } from '../../state/types.ts'
import { Segments, type Segment } from '../parts/Segments.tsx'
import { Notice } from '../shell/Notice.tsx'
import { ChangeFilters } from './ChangeFilters.tsx'
import { focusSoon } from './focus-soon.ts'
import { DayChip } from './DayChip.tsx'

const LEVELS: readonly Segment<Level>[] = [
  { value: 'ACTOR', words: 'Actors' },
  { value: 'TOP', words: 'Top level' },
]

/** Two days beside each other: which, the difference as a sentence, and its counts, each of which filters. */
export function CompareStrip() {
  const { compare, level } = useStore($view)
  const known = useStore($asKnownOn)
  const collection = useStore($collection)
  const comparison = useStore($comparison)
  const network = useStore($network)
  const beside = useStore($beside)
  if (compare === null || known === null || !collection) return null
  const isOf = comparison?.earlier.asKnownOn === compare && comparison.later.asKnownOn === known
  const failed = [network, beside].find(({ state }) => state === 'error')
  const sentence = comparison ? comparedSentence(comparison, collection) : 'Comparing …'
  return (
    <section className="strip compare-strip" id="answer" aria-label="Answer" aria-busy={!isOf} tabIndex={-1}>
      <div className="asked">
        <p className="phrase">
          Compare what was known on <DayChip flag="compared" day={compare} words="" label="Earlier day" /> with{' '}
          <DayChip flag="known" day={known} words="" label="Later day" />
          <span className="quiet">· same layout, moves together</span>
        </p>
        <div className="strip-actions">
          <Segments
            legend="Level"
            segments={LEVELS}
            chosen={level}
            onChoose={(chosen) => change((view) => withLevel(view, chosen))}
          />
          <ListButton />
          <CloseButton />
        </div>
      </div>
      <h1 className={isOf ? undefined : 'earlier-answer'}>{sentence}</h1>
      {comparison ? <ChangeFilters comparison={comparison} /> : null}
      {failed ? <Notice loaded={failed} what="the comparison" /> : null}
    </section>
  )
}

function ListButton() {
  const { list } = useStore($view)
  return (
    <button
      type="button"
      className="button bare"
      aria-pressed={list !== null}
      onClick={() => change((view) => ({ ...view, list: view.list === null ? 'events' : null }))}
    >
      <Menu size={14} aria-hidden="true" /> List of changes
    </button>
  )
}

/** With the question that opened the comparison, where one did. */
function CloseButton() {
  return (
    <button
      type="button"
      className="close"
      aria-label="Close the comparison"
      onClick={() => {
        change(withCompareClosed)
        focusSoon('compare-dates')
      }}
    >
      <X size={16} aria-hidden="true" />
    </button>
  )
}
