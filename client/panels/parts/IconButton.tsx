import type { ReactNode } from 'react'
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import { Keys } from './Keys.tsx'

interface Props {
  /** What it does: heard, and seen where the pointer or the keyboard rests on it. */
  readonly label: string
  /** In place of the label in the tooltip, where more is to be said. */
  readonly tip?: string
  readonly keys?: readonly string[]
  /** Words beside the icon. */
  readonly words?: string
  readonly icon: ReactNode
  /** Nothing happens; it keeps the focus. */
  readonly off?: boolean
  readonly expanded?: boolean
  readonly onPress: () => void
}

/** A button of an icon, with a tooltip that names it and its key. */
export function IconButton({ label, tip, keys, words, icon, off = false, expanded, onPress }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <Button
        className="icon-button"
        aria-label={label}
        aria-disabled={off}
        {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
        onPress={() => {
          if (!off) onPress()
        }}
      >
        {icon}
        {words === undefined ? null : <span aria-hidden="true">{words}</span>}
      </Button>
      <Tooltip className="tip" offset={6}>
        {tip ?? label}
        {keys ? <Keys keys={keys} /> : null}
      </Tooltip>
    </TooltipTrigger>
  )
}
