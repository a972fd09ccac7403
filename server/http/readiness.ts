/** Whether questions can be answered yet. */
export interface Readiness {
  readonly ready: boolean
  /** A plain sentence. */
  readonly says: string
  /** Events read into memory so far. */
  readonly eventsRead: number
}
