import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { PopoverButton } from '../parts/PopoverButton.tsx'

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
    <PopoverButton
      label={text === label ? `${label}: anyone` : `${label}: ${text}`}
      className={className}
      face={
        <>
          {mark}
          <span className="slot-text">{text}</span>
          <ChevronDown size={13} aria-hidden="true" />
        </>
      }
    >
      {(close) => <div className="slot-inside">{children(close)}</div>}
    </PopoverButton>
  )
}
