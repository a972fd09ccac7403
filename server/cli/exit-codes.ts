/** The command was understood, and could not be done. What cannot be right to ask for exits with 2; see UsageError. */
export const FAILURE = 1
