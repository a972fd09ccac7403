/** Where each group begins when things are sorted by group: those of `g` stand from `start[g]` to `start[g + 1]`. @param groups of each thing, from 0. */
export function startsOf(groups: Int32Array, count: number): Int32Array {
  const start = new Int32Array(count + 1)
  for (let place = 0; place < groups.length; place++) {
    const next = (groups[place] as number) + 1
    start[next] = (start[next] as number) + 1
  }
  for (let group = 1; group <= count; group++) {
    start[group] = (start[group] as number) + (start[group - 1] as number)
  }
  return start
}

/** The things sorted by group, within each group as they came. @param start as `startsOf` gives it. */
export function sortedByGroup(things: Int32Array, groups: Int32Array, start: Int32Array): Int32Array {
  const next = start.slice()
  const sorted = new Int32Array(groups.length)
  for (let place = 0; place < groups.length; place++) {
    const group = groups[place] as number
    const at = next[group] as number
    sorted[at] = things[place] as number
    next[group] = at + 1
  }
  return sorted
}

/** The places of the groups' things, sorted so. */
export function placesByGroup(groups: Int32Array, start: Int32Array): Int32Array {
  const places = new Int32Array(groups.length)
  for (let place = 0; place < places.length; place++) places[place] = place
  return sortedByGroup(places, groups, start)
}
