import type { TimeSize } from '../../state/time/shown.ts'
import type { EventRow } from '../../state/types.ts'

/** What both lanes are told and tell. */
export interface LaneProps {
  readonly size: TimeSize
  /** Several acts at one place were opened. */
  readonly onSeveral: (button: HTMLElement, events: readonly EventRow[]) => void
  /** Something is pointed at, or nothing any more. */
  readonly onTip: (tip: { readonly words: string; readonly left: number } | null) => void
}
