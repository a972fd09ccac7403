import { useEffect } from 'react'
import { change } from '../../state/actions.ts'
import { $help, $letters } from '../../state/help.ts'
import { $mayAsk } from '../../state/session.ts'
import { redoSaid, undoSaid } from '../../state/undo-said.ts'
import { stepBack } from '../../state/view/steps.ts'
import { onLetter } from './letters.ts'
import { toNextRegion } from './regions.ts'

/** Listens to the keys of the whole page. */
export function useKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Keys of the whole page. Nothing holds beneath the sign-in, and in a dialog or a menu its own keys alone. */
function onKey(event: KeyboardEvent): void {
  if (!$mayAsk.get() || event.defaultPrevented || event.isComposing || isWithin(event.target, OWN_KEYS)) return
  if (event.key === 'F6' && !event.ctrlKey && !event.altKey) {
    event.preventDefault()
    return toNextRegion(event.shiftKey ? -1 : 1)
  }
  if (event.ctrlKey !== event.metaKey && !event.altKey) return onCommand(event)
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') return $help.get() ? $help.set(false) : change(stepBack)
  if ($letters.get() === 'off' || isField(event.target)) return
  if (onLetter(event)) event.preventDefault()
}

/** Undo and redo, where no field has an undo of its own. */
function onCommand(event: KeyboardEvent): void {
  if (isField(event.target)) return
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) redoSaid()
  else undoSaid()
}

const OWN_KEYS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox], dialog'

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio'
  return (
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement ||
    isWithin(target, '[contenteditable=true]')
  )
}
