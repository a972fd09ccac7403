import type { EventRow } from '../../state/types.ts'
import type { Selection } from '../../state/view/view.ts'
import { KIND_WORDS, STAGE_WORDS, STATUS_WORDS, subtypeWords } from '../../state/words/words.ts'
import { Chip } from '../parts/Chip.tsx'
import { KindMark } from '../parts/KindMark.tsx'
import { PanelButtons } from './PanelButtons.tsx'

interface Props {
  readonly event: EventRow
  /** In the data set's own system. */
  readonly code: string | null
  readonly selection: Extract<Selection, { what: 'event' }>
  readonly pinned: boolean
}

/** The act in one line, what it is, and how far the claim goes. */
export function EventHead({ event, code, selection, pinned }: Props) {
  const { kind, subtype, stage, status, disputed, answered, scope } = event
  return (
    <header>
      <div className="panel-top">
        <p className="eyebrow">Event</p>
        <PanelButtons selection={selection} pinned={pinned} />
      </div>
      <p className="chips">
        <Chip>
          <KindMark kind={kind} stage={stage} />
          {KIND_WORDS[kind].toLowerCase()} · {subtypeWords(subtype)}
        </Chip>
        <Chip>{STAGE_WORDS[stage]}</Chip>
        <Chip>{STATUS_WORDS[status]}</Chip>
        {disputed ? <Chip>≠ disputed</Chip> : null}
        {answered ? <Chip>⇄ answered</Chip> : null}
        {code ? <Chip>code {code}</Chip> : null}
      </p>
      <h2 id={`of-${selection.id}`}>{event.sentence.replace(/\.$/, '')}</h2>
      <p className="scope-line">
        <span className="quiet">Scope</span>
        <span className={scope ? undefined : 'quiet'}>{scope ?? 'not stated'}</span>
      </p>
      {kind === 'SUSPENSION' && scope ? (
        <p className="quiet">Nothing outside this scope is claimed to have stopped.</p>
      ) : null}
    </header>
  )
}
