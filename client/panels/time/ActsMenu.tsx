import { Menu, MenuItem, Popover } from 'react-aria-components'
import { change } from '../../state/actions.ts'
import type { EventRow } from '../../state/types.ts'
import { withSelection } from '../../state/view/steps.ts'
import { whenWords } from '../../state/tie/when.ts'
import { KindMark } from '../parts/KindMark.tsx'

interface Props {
  readonly button: HTMLElement
  readonly events: readonly EventRow[]
  readonly onClose: () => void
}

/** The acts that stand at one place, each of which opens. */
export function ActsMenu({ button, events, onClose }: Props) {
  return (
    <Popover
      className="popover acts-menu"
      triggerRef={{ current: button }}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      placement="top start"
      aria-label={`${events.length} acts`}
    >
      <Menu
        className="menu"
        aria-label={`${events.length} acts`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what the button opens
        autoFocus="first"
        onAction={(id) => change((view) => withSelection(view, { what: 'event', id: String(id) }))}
        onClose={onClose}
      >
        {events.map((event) => (
          <MenuItem key={event.id} id={event.id} textValue={event.sentence} className="menu-item acts-item">
            <KindMark kind={event.kind} stage={event.stage} />
            <span>
              {event.sentence}
              <span className="quiet"> {whenWords(event)}</span>
            </span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
