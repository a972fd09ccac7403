import { Pin, X } from 'lucide-react'
import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { change } from '../../state/actions.ts'
import { withClosed, withPinned } from '../../state/view/steps.ts'
import type { Selection } from '../../state/view/view.ts'

interface Props {
  readonly selection: Selection
  readonly pinned: boolean
}

/** Pins the details, so that they stay while something else is selected, and closes them. */
export function PanelButtons({ selection, pinned }: Props) {
  return (
    <div className="panel-buttons">
      <TooltipTrigger delay={500} closeDelay={80}>
        <ToggleButton
          className="icon-button pin"
          isSelected={pinned}
          onChange={(on) => change((view) => withPinned(view, on ? selection : null))}
        >
          <Pin size={14} aria-hidden />
          Pin
        </ToggleButton>
        <Tooltip className="tip" offset={6}>
          {pinned
            ? 'Pinned: stays open while you select something else'
            : 'Keep this open while you select something else'}
        </Tooltip>
      </TooltipTrigger>
      <button
        type="button"
        className="close"
        aria-label="Close the details"
        onClick={() => change((view) => withClosed(view, selection))}
      >
        <X size={16} aria-hidden />
      </button>
    </div>
  )
}
