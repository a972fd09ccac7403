/** Something that was asked of imports cannot be done. `says` is a plain sentence with what to do. */
export class ImportRequestError extends Error {
  override readonly name = 'ImportRequestError'
  readonly status: number
  readonly says: string
  constructor(status: number, says: string, cause?: unknown) {
    super(says, { cause })
    this.status = status
    this.says = says
  }
}

/** The client sent nothing for so long that the connection was closed, or closed it. */
export class UploadCutError extends Error {
  override readonly name = 'UploadCutError'
}
