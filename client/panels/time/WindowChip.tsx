import { useStore } from '@nanostores/react'
import { useState } from 'react'
import { Button, DialogTrigger, Popover } from 'react-aria-components'
import { $view } from '../../state/app.ts'
import type { Axis } from '../../state/time/axis.ts'
import { spanWords } from '../../state/words/months.ts'
import { WindowForm } from './WindowForm.tsx'

/** The days that are shown, and the fields in which others are typed. */
export function WindowChip({ axis }: { readonly axis: Axis }) {
  const [open, setOpen] = useState(false)
  const { window } = useStore($view)
  const words = spanWords(window?.since ?? axis.first, window?.until ?? axis.last)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="window-chip" aria-label={`Days shown: ${words}`}>
        {words}
      </Button>
      <Popover className="popover day-popover" placement="top start">
        <WindowForm axis={axis} onDone={() => setOpen(false)} />
      </Popover>
    </DialogTrigger>
  )
}
