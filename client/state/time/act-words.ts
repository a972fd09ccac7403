import type { EventRow } from '../types.ts'
import { count, dayWords, occurredWords } from '../words/dates.ts'
import type { TimeAct } from './acts.ts'
import { longDayWords } from './months.ts'

/** An event on both clocks: `The United Kingdom … Happened Sep to 11 Oct 2025. Became known 11 Nov 2025.` */
export function eventOnClocks({ sentence, occurred, reportedOn }: EventRow): string {
  return `${sentence} Happened ${occurredWords(occurred)}. Became known ${dayWords(reportedOn)}.`
}

/** What is heard of an act, and what its tooltip says. */
export function actWords({ events, label }: TimeAct): string {
  const [only] = events
  return only && events.length === 1 ? eventOnClocks(only) : `${label}.`
}

/** `11 November 2025: 17 acts became known` */
export function stackWords(day: string, events: readonly EventRow[]): string {
  return `${longDayWords(day)}: ${count(events.length, 'act')} became known`
}
