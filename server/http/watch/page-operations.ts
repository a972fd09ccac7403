/** The names of the operations that the page asks, so that they are counted by name whatever others ask first. */
export const PAGE_OPERATIONS: readonly string[] = [
  'ActorDetails',
  'Catalogue',
  'Connection',
  'Distancing',
  'EventDetails',
  'EventsWithEvidence',
  'KnownOn',
  'Network',
  'Pair',
  'Reload',
  'Search',
  'Version',
]
