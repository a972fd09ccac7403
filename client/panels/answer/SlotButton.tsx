import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'

interface Props {
  readonly label: string
  readonly text: string
  readonly className: string
  readonly mark?: ReactNode
  /** What the slot is changed with. @param close ends it */
  readonly children: (close: () => void) => ReactNode
}

/** A slot of the question: a chip that opens what changes it. */
export function SlotButton({ label, text, className, mark, children }: Props) {
  return (
    <DialogTrigger>
      <Button className={className} aria-label={text === label ? `${label}: anyone` : `${label}: ${text}`}>
        {mark}
        <span className="slot-text">{text}</span>
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Popover className="slot-popover" placement="bottom start" offset={6}>
        <Dialog aria-label={label}>{({ close }) => children(close)}</Dialog>
      </Popover>
    </DialogTrigger>
  )
}
