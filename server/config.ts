import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { SET_TOKENS, toAccessConfig, type AccessConfig, type AccessSettings } from './http/access/settings.ts'
import { SettingError } from './setting-error.ts'

/** How the process was told to run. */
export interface ServeConfig extends AccessConfig {
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  readonly introspection: boolean
  /** Whether users may write queries of their own. */
  readonly cypher: boolean
}

/** The same settings as they were typed, as flags or in the environment. */
export interface ServeSettings extends AccessSettings {
  readonly port: string
  readonly host: string
  /** Left out or blank: on without tokens, off with them. */
  readonly introspection?: string
  readonly cypher: string
}

/** The data folder cannot be used. `says` is a plain sentence with what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
  readonly says: string
  constructor(says: string, cause: unknown) {
    super(says, { cause })
    this.says = says
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

/** @throws SettingError */
export function toServeConfig(settings: ServeSettings): ServeConfig {
  const access = toAccessConfig(settings)
  const isOpen = access.grants.length === 0
  const introspection = settings.introspection?.trim() || (isOpen ? 'on' : 'off')
  return {
    ...access,
    port: toPort(settings.port),
    host: isOpen ? toLoopback(settings.host) : toHost(settings.host),
    introspection: toSwitch('ENTENTE_INTROSPECTION', '--introspection', introspection),
    cypher: toSwitch('ENTENTE_CYPHER', '--cypher', settings.cypher),
  }
}

/** The folder as a whole path. @throws SettingError */
export function toDataFolder(data: string): string {
  if (data.trim() === '')
    throw new SettingError('ENTENTE_DATA', '--data (or ENTENTE_DATA) is empty. Name a folder, such as data.')
  return resolve(data)
}

/** The store's file in a data folder; makes the folder where it is not there. @throws DataFolderError */
export function storeFile(dataFolder: string): string {
  try {
    mkdirSync(dataFolder, { recursive: true })
    accessSync(dataFolder, constants.R_OK | constants.W_OK)
  } catch (cause) {
    const says = `The data folder ${dataFolder} cannot be written. Choose another with --data (or ENTENTE_DATA), or change who may write it.`
    throw new DataFolderError(says, cause)
  }
  return storePath(dataFolder)
}

export function storePath(dataFolder: string): string {
  return join(dataFolder, 'entente.sqlite')
}

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65535) return port
  throw new SettingError(
    'PORT',
    `--port (or PORT) is a whole number from 0 to 65535, where 0 takes any free port; it is "${text}".`,
  )
}

function toLoopback(text: string): string {
  if (LOOPBACK.includes(text)) return text
  throw new SettingError(
    'HOST',
    `--host (or HOST) is ${LOOPBACK.join(', ')} where there are no tokens; it is "${text}", which lets others in. ${SET_TOKENS}`,
  )
}

function toHost(text: string): string {
  if (/^[\w.:%-]+$/.test(text)) return text
  throw new SettingError('HOST', `--host (or HOST) is an address or a name to listen at; it is "${text}".`)
}

function toSwitch(setting: string, flag: string, text: string): boolean {
  if (text === 'on') return true
  if (text === 'off') return false
  throw new SettingError(setting, `${flag} (or ${setting}) is on or off; it is "${text}".`)
}
