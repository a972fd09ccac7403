import type { EventRecord } from '../domain/records.ts'
import { FormatRefusedError, type Format, type Outgoing } from '../egress/outgoing.ts'
import { ExportRefusedError, exportCase } from '../ingest/case/export-case.ts'

/** A case as the files that `load` reads, one YAML document a file. Cases are small: it is held whole. */
export const caseYaml: Format = {
  name: 'yaml',
  title: 'YAML, the files of a case',
  extension: 'yaml',
  mediaType: 'application/yaml; charset=utf-8',
  loses: null,
  async *write(outgoing: Outgoing) {
    const { collections, actors, affiliations, sources } = outgoing
    const [collection, other] = collections
    if (!collection || other) throw new FormatRefusedError('YAML holds one case. Choose one collection.')
    const events: EventRecord[] = []
    for await (const many of outgoing.events()) events.push(...many.map(({ record }) => record))
    const contents = { collection, actors: actors.flatMap(({ entries }) => entries), affiliations, sources, events }
    yield streamOf(filesOf(contents))
  },
}

/** @throws FormatRefusedError */
function filesOf(contents: Parameters<typeof exportCase>[0]): ReadonlyMap<string, string> {
  try {
    return exportCase(contents)
  } catch (error) {
    throw error instanceof ExportRefusedError ? new FormatRefusedError(error.says) : error
  }
}

/** One document a file; a comment says which. */
export function streamOf(files: ReadonlyMap<string, string>): string {
  return [...files].map(([name, text]) => `---\n# ${name}\n${text}`).join('')
}
