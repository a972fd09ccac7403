import { change } from '../actions.ts'
import { $asKnownOn, $collection } from '../app.ts'
import { addDays } from '../words/dates.ts'
import { withFlag } from './steps.ts'

/** Moves the day of knowing by days; of two days that are compared, the later. */
export function stepFlag(days: number): void {
  const day = $asKnownOn.get()
  const standard = $collection.get()?.defaultAsKnownOn ?? null
  if (day !== null) change((view) => withFlag(view, 'known', addDays(day, days), standard))
}
