import { useEffect } from 'react'
import { change } from '../../state/actions.ts'
import { $questions } from '../../state/app.ts'
import { $mayAsk } from '../../state/session.ts'
import { stepBack, withListTurned, withQuestion } from '../../state/view/steps.ts'

/** In the order in which F6 goes through them. */
const REGIONS = ['questions', 'answer', 'picture', 'list', 'table', 'time', 'details']

/** Listens to the keys of the whole page. */
export function useKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Keys of the whole page. Single letters and digits hold only outside fields, and nothing holds beneath the sign-in. */
function onKey(event: KeyboardEvent): void {
  if (!$mayAsk.get()) return
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  if (event.key === 'F6') {
    event.preventDefault()
    return toNextRegion(event.shiftKey ? -1 : 1)
  }
  if (event.key === 'Escape') return change(stepBack)
  if (isField(event.target)) return
  if (event.key === '/') {
    event.preventDefault()
    return document.getElementById('search')?.focus()
  }
  if (event.key === 'l' || event.key === 'L') return change(withListTurned)
  const question = /^[1-9]$/.test(event.key) ? $questions.get()[Number(event.key) - 1] : undefined
  if (question) change((view) => withQuestion(view, question))
}

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox'
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
}

function toNextRegion(step: 1 | -1): void {
  const regions = REGIONS.map((id) => document.getElementById(id)).filter((region) => region?.checkVisibility())
  const at = regions.findIndex((region) => region?.contains(document.activeElement))
  const from = at < 0 && step < 0 ? 0 : at
  regions[(from + step + regions.length) % regions.length]?.focus()
}
