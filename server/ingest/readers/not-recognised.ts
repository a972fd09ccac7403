/** Files that no reader knows, or that do not belong together. `says` is a plain sentence. */
export class NotRecognisedError extends Error {
  override readonly name = 'NotRecognisedError'
  readonly says: string
  constructor(says: string) {
    super(says)
    this.says = says
  }
}
