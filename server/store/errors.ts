/** A defect of the caller: after this batch a record would name something that is not there. Nothing was written. */
export class DanglingReferenceError extends Error {
  override readonly name = 'DanglingReferenceError'
  /** Such as `event case/1`. */
  readonly record: string
  readonly kind: 'actor' | 'source' | 'collection'
  readonly missing: string
  constructor(record: string, kind: 'actor' | 'source' | 'collection', missing: string) {
    super(`The ${record} names the ${kind} ${missing}, which would not be in the store. Nothing was written.`)
    this.record = record
    this.kind = kind
    this.missing = missing
  }
}

/** A defect of the caller: half a surrogate pair in a text, which no store keeps as it is. Nothing was written. */
export class BrokenTextError extends Error {
  override readonly name = 'BrokenTextError'
  readonly record: string
  constructor(record: string) {
    super(`A text of ${record} is not well-formed Unicode. Nothing was written.`)
    this.record = record
  }
}
