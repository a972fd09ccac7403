/** The regions of the page, in the order in which F6 goes through them; each element bears the id. */
const REGIONS = ['questions', 'answer', 'picture', 'list', 'table', 'time', 'details'] as const
export type RegionId = (typeof REGIONS)[number]

export const REGION_WORDS: Readonly<Record<RegionId, string>> = {
  questions: 'the questions',
  answer: 'the answer',
  picture: 'the picture',
  list: 'the list',
  table: 'the table',
  time: 'the time',
  details: 'the details',
}

/** Moves the focus to a region that is on the screen. @returns whether it is */
export function toRegion(id: RegionId): boolean {
  const region = document.getElementById(id)
  if (!region?.checkVisibility()) return false
  region.focus()
  return true
}

/** Moves the focus to the region after, or before, the one that it is in. */
export function toNextRegion(step: 1 | -1): void {
  const regions = REGIONS.map((id) => document.getElementById(id)).filter((region) => region?.checkVisibility())
  const at = regions.findIndex((region) => region?.contains(document.activeElement))
  const from = at < 0 && step < 0 ? 0 : at
  regions[(from + step + regions.length) % regions.length]?.focus()
}
