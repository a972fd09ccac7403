/** What a version of the server needs. */
export interface Neo4jVersion {
  readonly version: string
  /** Least Java feature release. */
  readonly java: number
  /** As the jar's META-INF/services/org.neo4j.server.startup.EntryPoint names it. */
  readonly mainClass: string
}

const MAIN_OF_5 = 'org.neo4j.server.CommunityEntryPoint'
const MAIN_SINCE = 'org.neo4j.server.Neo4jCommunity'

/** The long-term version that is tested by default, and the newest that has been tried. */
export const NEO4J_VERSIONS: readonly Neo4jVersion[] = [
  { version: '5.26.30', java: 17, mainClass: MAIN_OF_5 },
  { version: '2026.09.0', java: 25, mainClass: MAIN_SINCE },
]

/** A version by its number or the beginning of it (`5.26`, `2026`); the first of the list when nothing is asked for. */
export function neo4jVersion(asked: string | undefined): Neo4jVersion {
  const found = NEO4J_VERSIONS.find(({ version }) => version.startsWith(asked ?? ''))
  if (found) return found
  if (!/^\d+\.\d+(\.\d+)?$/.test(asked ?? '')) {
    throw new Error(
      `"${asked}" is no version of Neo4j. Write ${NEO4J_VERSIONS.map((each) => each.version).join(' or ')}.`,
    )
  }
  const isFive = asked?.startsWith('5.') ?? false
  return { version: asked ?? '', java: isFive ? 17 : 25, mainClass: isFive ? MAIN_OF_5 : MAIN_SINCE }
}
