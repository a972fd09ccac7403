import type { DetailsStores } from '../../state/details/details.ts'
import type { Selection } from '../../state/view/view.ts'
import { ActorPanel } from './ActorPanel.tsx'
import { EventPanel } from './EventPanel.tsx'
import { TiePanel } from './TiePanel.tsx'

export interface PanelProps<S extends Selection = Selection> {
  readonly selection: S
  readonly stores: DetailsStores
  readonly pinned: boolean
}

/** Details of one thing. */
export function Panel(props: PanelProps) {
  return (
    <div className={props.pinned ? 'panel pinned' : 'panel'} data-what={props.selection.what}>
      <Content {...props} />
    </div>
  )
}

/** What is open anew begins at its top, with nothing folded out. */
function Content({ selection, ...rest }: PanelProps) {
  switch (selection.what) {
    case 'event':
      return <EventPanel key={selection.id} selection={selection} {...rest} />
    case 'actor':
      return <ActorPanel key={selection.id} selection={selection} {...rest} />
    case 'tie':
      return <TiePanel key={`${selection.actor}>${selection.target}`} selection={selection} {...rest} />
  }
}
