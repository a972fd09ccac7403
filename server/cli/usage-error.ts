/** A command was asked for in a way that cannot be right; it exits with 2. `says` is a plain sentence with what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly says: string
  constructor(says: string) {
    super(says)
    this.says = says
  }
}
