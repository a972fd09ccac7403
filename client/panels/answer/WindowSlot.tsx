import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { withWindow } from '../../state/view/steps.ts'
import type { Window } from '../../state/view/view.ts'
import { WindowFields } from '../parts/WindowFields.tsx'
import { SlotButton } from './SlotButton.tsx'

interface Props {
  readonly label: string
  readonly text: string
  readonly empty: boolean
}

/** The slot for the window of time, which the whole page is read under. */
export function WindowSlot({ label, text, empty }: Props) {
  return (
    <SlotButton label={label} text={text} className="slot">
      {(close) => <Days empty={empty} close={close} />}
    </SlotButton>
  )
}

function Days({ empty, close }: { readonly empty: boolean; readonly close: () => void }) {
  const { window } = useStore($view)
  const set = (to: Window | null) => {
    change((view) => withWindow(view, to))
    close()
  }
  return (
    <WindowFields since={window?.since ?? null} until={window?.until ?? null} onSet={set}>
      {empty ? null : (
        <button type="button" className="button bare" onClick={() => set(null)}>
          Any time
        </button>
      )}
    </WindowFields>
  )
}
