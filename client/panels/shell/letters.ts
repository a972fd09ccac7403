import { change } from '../../state/actions.ts'
import { $questions } from '../../state/app.ts'
import { copyLink } from '../../state/copy-link.ts'
import { turnHelp } from '../../state/help.ts'
import { openDayField } from '../../state/time/day-field.ts'
import { stepFlag } from '../../state/time/flag.ts'
import { turnPlay } from '../../state/time/play.ts'
import { withFocus, withLevel, withListTurned, withNextDraw, withQuestion } from '../../state/view/steps.ts'
import type { View } from '../../state/view/view.ts'
import { $canvases } from '../picture/canvases.ts'

const LETTERS: Readonly<Record<string, () => unknown>> = {
  '/': () => document.getElementById('search')?.focus(),
  '?': turnHelp,
  '+': () => zoom('in'),
  '=': () => zoom('in'),
  '-': () => zoom('out'),
  '0': () => zoom('fit'),
  '[': () => stepFlag(-1),
  ']': () => stepFlag(1),
  b: () => change(withNextDraw),
  c: () => void copyLink(),
  d: () => document.querySelector('[data-flag=known]')?.checkVisibility() && openDayField(),
  f: () => change(turnFocus),
  l: () => change(withListTurned),
  t: () => change((view) => withLevel(view, view.level === 'TOP' && !view.both ? 'ACTOR' : 'TOP')),
}

/** What a key of a single letter, digit or sign does. @returns whether it did anything */
export function onLetter({ key, target }: KeyboardEvent): boolean {
  // The picture zooms by itself while it has the focus.
  if ((key === '+' || key === '-') && target instanceof Element && target.closest('.host')) return false
  // On anything that is pressed, the space bar presses it.
  if (key === ' ') {
    if (target instanceof Element && target.closest(PRESSED) !== null) return false
    turnPlay()
    return true
  }
  const does = LETTERS[key.toLowerCase()]
  if (does) {
    does()
    return true
  }
  const question = /^[1-9]$/.test(key) ? $questions.get()[Number(key) - 1] : undefined
  if (!question) return false
  change((view) => withQuestion(view, question))
  return true
}

const PRESSED = 'button, a, input, summary, [role=tab], [role=option], [role=slider], [role=gridcell], [role=row]'

/** All panes share one camera. */
function zoom(way: 'in' | 'out' | 'fit'): void {
  $canvases.get().get('main')?.zoom(way)
}

/** The focus on the selected actor; off again where it is on that one, or where nobody is selected. */
function turnFocus(view: View): View {
  const actor = view.selection?.what === 'actor' ? view.selection.id : null
  return actor === null || actor === view.focus ? withFocus(view, null) : withFocus(view, actor)
}
