import type { Change } from '../view/view.ts'

/** What became of an event between two days. */
export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  APPEARED: 'appeared',
  ENDED: 'ended',
  STATUS: 'status changed',
  UNREPORTED: 'had happened, not yet reported',
}
