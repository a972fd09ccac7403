/** The command was understood, and could not be done. */
export const FAILURE = 1
/** It was asked for in a way that cannot be right; see UsageError. */
export const USAGE = 2
