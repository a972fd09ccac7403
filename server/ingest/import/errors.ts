/** An import cannot be done as it was asked for; nothing of it is there. `says` is a plain sentence with what to do. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError'
  readonly says: string
  constructor(says: string, cause?: unknown) {
    super(says, { cause })
    this.says = says
  }
}

/** Somebody has stopped an import; nothing of it is there. */
export class ImportCancelledError extends Error {
  override readonly name = 'ImportCancelledError'
  readonly says = 'The import was stopped. Nothing of it is there.'
  constructor() {
    super('The import was stopped.')
  }
}
