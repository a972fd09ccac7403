import type { ReactNode } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'

interface Props {
  /** Of the button and of what opens. */
  readonly label: string
  /** What stands on the button. */
  readonly face: ReactNode
  readonly className?: string
  /** What opens; `close` closes it and gives the focus back to the button. */
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens something small beside it: a field, a few choices. */
export function PopoverButton({ label, face, className = 'button', children }: Props) {
  return (
    <DialogTrigger>
      <Button className={className} aria-label={label}>
        {face}
      </Button>
      <Popover className="popover" offset={6}>
        <Dialog className="popover-inside" aria-label={label}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
