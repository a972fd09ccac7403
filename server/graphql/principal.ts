/** Who asks, and what they may. */
export interface Principal {
  /** As it stands in the audit log; null: nobody who is known. */
  readonly name: string | null
  readonly mayRead: boolean
  readonly mayWrite: boolean
}

/** Whoever sits at the machine itself, where no tokens are set. */
export const LOCAL: Principal = { name: 'local', mayRead: true, mayWrite: true }

/** Whoever has shown no token, where tokens are set. */
export const NOBODY: Principal = { name: null, mayRead: false, mayWrite: false }
