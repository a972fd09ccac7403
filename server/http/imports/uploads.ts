import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { safeFileName } from './file-name.ts'
import { receiveFile } from './receive-file.ts'
import { ImportRequestError } from './upload-error.ts'

export interface UploadOptions {
  /** Where uploads lie; all that is in it is theirs. */
  readonly folder: string
  /** Bytes that a file may have. */
  readonly limit: number
  /** How long nothing may come, milliseconds; left out: 15 s. */
  readonly idleMs?: number
}

/** Files that came together. */
export interface Upload {
  readonly id: string
  readonly files: readonly UploadedFile[]
}

export interface UploadedFile {
  readonly name: string
  readonly bytes: number
  readonly path: string
}

/** Uploads that wait, files of each, and files that come at the same time. */
const MOST_UPLOADS = 8
const MOST_FILES = 16
const AT_ONCE = 4

/** Files that were sent, until they are forgotten. What an earlier process left is forgotten at once. */
export class Uploads {
  readonly #options: UploadOptions
  readonly #uploads = new Map<string, Upload>()
  #coming = 0

  constructor(options: UploadOptions) {
    this.#options = options
    rmSync(options.folder, { recursive: true, force: true })
  }

  get(id: string): Upload | null {
    return this.#uploads.get(id) ?? null
  }

  list(): readonly Upload[] {
    return [...this.#uploads.values()]
  }

  /** A path of an upload's own, beside its files. */
  pathIn(id: string, name: string): string {
    return join(this.#options.folder, id, name)
  }

  /**
   * Takes the body of a request for a file. @param to the upload that it joins; null: a new one.
   * @throws ImportRequestError, UploadCutError
   */
  async receive(req: IncomingMessage, res: ServerResponse, name: string, to: Upload | null): Promise<Upload> {
    if (this.#coming >= AT_ONCE) throw busy('Other files are being sent')
    if (!to && this.#uploads.size >= MOST_UPLOADS) throw busy('Other uploads wait to be imported')
    if (to && to.files.length >= MOST_FILES) {
      throw new ImportRequestError(409, `An upload has ${MOST_FILES} files at most. Zip them into one.`)
    }
    this.#coming++
    const id = to?.id ?? randomBytes(16).toString('hex')
    try {
      const file = await this.#take(req, res, id, safeFileName(name))
      // It may have been forgotten while this file came.
      if (to && !this.#uploads.has(id)) {
        await this.forget(id)
        throw new ImportRequestError(404, 'The upload that this file joins is no longer there. Send its files again.')
      }
      const upload = { id, files: [...(this.#uploads.get(id)?.files ?? []), file] }
      this.#uploads.set(id, upload)
      return upload
    } catch (error) {
      if (!to) await this.forget(id)
      throw error
    } finally {
      this.#coming--
    }
  }

  async forget(id: string): Promise<void> {
    this.#uploads.delete(id)
    await rm(join(this.#options.folder, id), { recursive: true, force: true })
  }

  /** Each file lies in a folder of its own, under its own name, by which it is told. */
  async #take(req: IncomingMessage, res: ServerResponse, id: string, name: string): Promise<UploadedFile> {
    const { folder, limit, idleMs = 15_000 } = this.#options
    const own = join(folder, id, randomBytes(4).toString('hex'))
    await mkdir(own, { recursive: true, mode: 0o700 })
    const path = join(own, name)
    try {
      return { name, path, bytes: await receiveFile(req, res, { path, limit, idleMs }) }
    } catch (error) {
      await rm(own, { recursive: true, force: true })
      throw error
    }
  }
}

function busy(why: string): ImportRequestError {
  return new ImportRequestError(503, `${why}. Try again when they are done.`)
}
