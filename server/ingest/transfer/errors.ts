import { KEPT_TYPES, type Summary } from './digest.ts'

const WIPE = 'empty it (delete its data folder, or all that its database holds), and do it again'

/** The store holds a part of another: what wrote it was broken off. `says` is a plain sentence with what to do. */
export class HalfCopyError extends Error {
  override readonly name = 'HalfCopyError'
  readonly says =
    'This store holds a part of another only: a copy or a restore into it has not come to its end. ' +
    `If none is at work, do the same one again, which goes on with what is there; or ${WIPE}.`
  constructor() {
    super('The store holds half a copy.')
  }
}

/** A copy or a restore was to go into a store that is or was in use; nothing was written. */
export class TargetNotEmptyError extends Error {
  override readonly name = 'TargetNotEmptyError'
  readonly says =
    'What is to be filled is in use or was once: a copy and a restore go only into a store that never held anything. ' +
    'Name another data folder or an empty database. Nothing was written.'
  constructor() {
    super('The target is not empty.')
  }
}

/** Somebody wrote to the store each time that it was read. */
export class SourceMovedError extends Error {
  override readonly name = 'SourceMovedError'
  readonly says: string
  /** @param left what stands now where it was to go, and what to do about it: a plain sentence. */
  constructor(left: string) {
    super('The source was written while it was read.')
    this.says = `The store was written while it was read, twice. ${left}`
  }
}

/** What was written is not what was read. */
export class CopyDiffersError extends Error {
  override readonly name = 'CopyDiffersError'
  readonly says: string
  readonly read: Summary
  readonly found: Summary
  constructor(read: Summary, found: Summary) {
    super('The copy differs from what was read.')
    const differing = KEPT_TYPES.filter((type) => read.counts[type] !== found.counts[type])
    const counts = differing.map((type) => ` ${type}: ${read.counts[type]} read, ${found.counts[type]} there.`)
    this.says =
      `What stands in the target now is not what was read, and it is not to be used.${counts.join('')} ` +
      `It may hold a part of an earlier copy, or something else wrote to it: ${WIPE}.`
    this.read = read
    this.found = found
  }
}

/** A file is no backup that can be used. `says` is a plain sentence with what to do. */
export class BackupFileError extends Error {
  override readonly name = 'BackupFileError'
  readonly says: string
  readonly path: string
  constructor(path: string, says: string, cause?: unknown) {
    super(says, { cause })
    this.says = `${path} ${says}`
    this.path = path
  }
}

/** What to say of a target in which a copy was given up. */
export const LEFT_IN_TARGET = `Nothing of use stands in the target: ${WIPE}.`
