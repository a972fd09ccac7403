/** Versions whose changes are kept; a reader further behind loads anew. */
export const CHANGES_KEPT = 256
/** A version that changed more events than this leaves a gap: loading anew is quicker than following. */
export const MOST_EVENTS_LISTED = 50_000
