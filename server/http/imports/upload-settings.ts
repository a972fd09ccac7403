import { join } from 'node:path'
import { SettingError } from '../../setting-error.ts'

/** Where uploads lie, and how large they may be. */
export interface UploadConfig {
  readonly folder: string
  /** Bytes. */
  readonly limit: number
}

/** As they were typed, as flags or in the environment. */
export interface UploadSettings {
  readonly uploadLimit: string
}

export const DEFAULT_UPLOAD_LIMIT = '512MB'

const UNITS: Readonly<Record<string, number>> = { '': 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 }
/** 100 GB */
const MOST = 100 * 1024 ** 3

/** @param dataFolder as a whole path. @throws SettingError */
export function toUploadConfig(dataFolder: string, { uploadLimit }: UploadSettings): UploadConfig {
  const [whole, digits = '', unit = ''] = /^(\d{1,12}) ?([KMG]B)?$/i.exec(uploadLimit.trim()) ?? []
  const limit = Number(digits) * (UNITS[unit.toUpperCase()] ?? 1)
  if (whole === undefined || limit < 1 || limit > MOST) {
    throw new SettingError(
      'ENTENTE_UPLOAD_LIMIT',
      `--upload-limit (or ENTENTE_UPLOAD_LIMIT) is the bytes that a file sent to the page may have, such as 512MB or 2GB, at most 100GB; it is "${uploadLimit}".`,
    )
  }
  return { folder: join(dataFolder, 'uploads'), limit }
}
