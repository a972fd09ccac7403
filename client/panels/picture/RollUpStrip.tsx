import { useStore } from '@nanostores/react'
import { X } from 'lucide-react'
import { Fragment } from 'react'
import { change } from '../../state/actions.ts'
import { $network, $view } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import { chainOf, type ChainStep } from '../../state/picture/chain.ts'
import { $panes, type Pane } from '../../state/picture/panes.ts'
import { withLevel } from '../../state/view/steps.ts'
import { count } from '../../state/words/dates.ts'
import { AFFILIATION_WORDS } from '../../state/words/words.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { LevelSegments } from './LevelSegments.tsx'

/** Stands in place of the answer while both levels are shown: how the selected actor rolls up, and what becomes of the counts. */
export function RollUpStrip() {
  const { selection, boxes } = useStore($view)
  const network = latest(useStore($network))?.network
  const [left, right] = useStore($panes)
  const chain = network && selection?.what === 'actor' ? chainOf(network, selection.id) : []
  const all = left?.picture.actors.filter(({ box }) => box).length ?? 0
  return (
    <section className="strip roll-up" id="answer" aria-label="Answer" tabIndex={-1}>
      <div className="roll-up-line">
        <span className="quiet">Level:</span>
        <LevelSegments />
        <span className="roll-up-open quiet">
          Open on the right: <b>{boxes.length === 0 ? 'none' : boxes.length}</b> of {count(all, 'box', 'boxes')}
        </span>
        <button
          type="button"
          className="close"
          aria-label="Close both levels"
          onClick={() => change((view) => withLevel(view, 'ACTOR'))}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </div>
      {chain.length > 0 ? (
        <Chain steps={chain} />
      ) : (
        <h1>Actors at the left, the same rolled up to their top at the right.</h1>
      )}
      {left && right ? <Counts left={left} right={right} chain={chain} /> : null}
    </section>
  )
}

function Chain({ steps }: { readonly steps: readonly ChainStep[] }) {
  const [first] = steps
  return (
    <h1 className="chain">
      {first ? <ActorMark kind={first.from.kind} /> : null}
      {first?.from.name}
      {steps.map(({ affiliation, type, to }) => (
        <Fragment key={affiliation}>
          <span className="chain-link"> {AFFILIATION_WORDS[type]} </span>
          <ActorMark kind={to.kind} />
          {to.name}
        </Fragment>
      ))}
    </h1>
  )
}

interface CountsProps {
  readonly left: Pane
  readonly right: Pane
  readonly chain: readonly ChainStep[]
}

function Counts({ left, right, chain }: CountsProps) {
  const ties = ({ picture }: Pane) => new Set(picture.lines.map(({ tie }) => tie)).size
  const top = chain.at(-1)?.to
  const parts = left.picture.actors.filter(({ inside }) => inside !== null && inside === top?.id).length
  const holding = right.picture.actors.filter(({ eventsInside }) => eventsInside > 0)
  return (
    <p className="quiet">
      {top ? (
        <>
          At top level the {count(parts, 'actor')} in this box count as <b>{top.name}</b>.{' '}
        </>
      ) : null}
      In the whole picture {count(left.picture.actors.length, 'actor')} become <b>{right.picture.actors.length}</b>,{' '}
      {count(ties(left), 'tie')} become <b>{ties(right)}</b>
      {holding.map(({ id, name, eventsInside }) => (
        <Fragment key={id}>
          , and the <b>{count(eventsInside, 'event')}</b> between parts of {name} fold inside it
        </Fragment>
      ))}
      .
    </p>
  )
}
