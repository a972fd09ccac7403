import { sql, type NoParams, type Read, type Write } from '../sql.ts'

export const version: Read<NoParams, readonly [number], number> = {
  name: 'version',
  text: sql`SELECT version FROM meta`,
  decode: ([value]) => value,
}

export const raiseVersion: Write<NoParams> = {
  name: 'raise-version',
  text: sql`UPDATE meta SET version = version + 1`,
}

/** Unless it is greater already. */
export const raiseVersionTo: Write<{ readonly version: number }> = {
  name: 'raise-version-to',
  text: sql`UPDATE meta SET version = max(version, @version)`,
}
