import { cypher, type NoParams, type Read, type Write } from '../cypher.ts'

export const version: Read<NoParams, readonly [number], number> = {
  name: 'version',
  text: cypher`MATCH (m:Meta {n: 0}) RETURN [m.version] AS row`,
  decode: ([value]) => value,
  ofLeader: true,
}

/** The first statement of each write: it takes the lock on which writers queue. Returns the version raised. */
export const raiseVersion: Read<NoParams, readonly [number], number> = {
  name: 'raise-version',
  text: cypher`MATCH (m:Meta {n: 0}) SET m.version = m.version + 1 RETURN [m.version] AS row`,
  decode: ([value]) => value,
}

/** Takes the same lock, for what nobody sees. Returns the version. */
export const holdVersion: Read<NoParams, readonly [number], number> = {
  name: 'take-lock',
  text: cypher`MATCH (m:Meta {n: 0}) SET m.version = m.version RETURN [m.version] AS row`,
  decode: ([value]) => value,
}

/** Takes so many numbers for actors; returns the last of them. None is ever taken twice. */
export const takeRefs: Read<{ readonly many: number }, readonly [number], number> = {
  name: 'take-refs',
  text: cypher`MATCH (m:Meta {n: 0}) SET m.lastRef = m.lastRef + $many RETURN [m.lastRef] AS row`,
  decode: ([value]) => value,
}

/** Takes the lock as well. A version is never lowered. */
export const goOnFrom: Write<{ readonly version: number }> = {
  name: 'set-version',
  text: cypher`
    MATCH (m:Meta {n: 0})
    SET m.version = CASE WHEN m.version < $version THEN $version ELSE m.version END`,
}
