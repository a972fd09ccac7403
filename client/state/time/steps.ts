import type { Clock, View, Window } from '../view/view.ts'
import { withCompare, withWindow } from '../view/steps.ts'
import { addDays } from '../words/dates.ts'

/** Which of the two flags: the day of knowing, or the one that it is compared with. */
export type Flag = 'known' | 'compared'

/**
 * Sets a flag. Of two days that are compared the earlier stands at the left, whichever was moved; one day with itself is no step.
 * @param standard the day of knowing where none is chosen
 */
export function withFlag(view: View, flag: Flag, day: string, standard: string | null): View {
  const other = flag === 'known' ? view.compare : (view.asKnownOn ?? standard)
  if (flag === 'compared' && view.compare === null) return view
  if (view.compare === null || other === null) return withKnownOn(view, day, standard)
  if (day === other) return view
  const [earlier, later] = day < other ? [day, other] : [other, day]
  return { ...withKnownOn(view, later, standard), compare: earlier }
}

function withKnownOn(view: View, day: string, standard: string | null): View {
  const asKnownOn = day === standard ? null : day
  return asKnownOn === view.asKnownOn ? view : { ...view, asKnownOn }
}

/** Compares with an earlier day; playback and the window then go by what was known, where no window stands yet. */
export function withComparison(view: View, day: string): View {
  const compared = withCompare(view, day)
  return compared.window === null ? { ...compared, clock: 'KNOWN' } : compared
}

/** Where nothing says what to compare with: the last day before on which anything became known, else a month before. */
export function dayBefore(day: string, reportedDays: readonly string[]): string {
  const earlier = reportedDays.filter((each) => each < day).sort()
  return earlier.at(-1) ?? addDays(day, -30)
}

/** The window of a clock: the one whose lane was dragged across. */
export function withWindowOn(view: View, clock: Clock, window: Window | null): View {
  return { ...withWindow(view, window), clock: window === null ? view.clock : clock }
}
