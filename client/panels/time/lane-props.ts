import type { EventRow } from '../../state/types.ts'

/** What both lanes tell. */
export interface LaneProps {
  /** Several acts at one place were opened. */
  readonly onSeveral: (button: HTMLElement, events: readonly EventRow[]) => void
  /** Something is pointed at, or nothing any more. */
  readonly onTip: (tip: { readonly words: string; readonly left: number } | null) => void
}
