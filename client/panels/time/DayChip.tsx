import { useStore } from '@nanostores/react'
import { ChevronDown, Flag as FlagIcon } from 'lucide-react'
import { Button, DialogTrigger, Popover } from 'react-aria-components'
import { $dayField } from '../../state/time/day-field.ts'
import type { Flag } from '../../state/time/steps.ts'
import { dayWords } from '../../state/words/dates.ts'
import { DayForm } from './DayForm.tsx'

interface Props {
  readonly flag: Flag
  readonly day: string
  /** Before the day, such as `As known on`. */
  readonly words: string
  /** What is heard before the day where no words stand there. */
  readonly label?: string
  /** Only the flag is drawn; the words are heard. */
  readonly bare?: boolean
}

/** A day that is in force, and the field in which another is typed. */
export function DayChip({ flag, day, words, label, bare = false }: Props) {
  const open = useStore($dayField) === flag
  return (
    <DialogTrigger isOpen={open} onOpenChange={(opened) => $dayField.set(opened ? flag : null)}>
      {bare ? (
        <Button className="icon-button" data-flag={flag} aria-label={`${words} ${dayWords(day)}`}>
          <FlagIcon size={14} aria-hidden="true" />
        </Button>
      ) : (
        <Button
          className="day-chip"
          data-flag={flag}
          {...(label === undefined ? {} : { 'aria-label': `${label}, ${dayWords(day)}` })}
        >
          {flag === 'known' && words !== '' ? <FlagIcon size={13} aria-hidden="true" /> : null}
          {words !== '' ? `${words} ` : ''}
          {dayWords(day)}
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
      )}
      <Popover className="popover day-popover" placement="top end">
        <DayForm flag={flag} day={day} />
      </Popover>
    </DialogTrigger>
  )
}
