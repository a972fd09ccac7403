import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a made-up case: so many events of a few actors, each with evidence. @param edition stands in every summary. */
export function writeCase(
  folder: string,
  { id, events, edition }: { id: string; events: number; edition: string },
): void {
  mkdirSync(folder, { recursive: true })
  const write = (file: string, lines: readonly string[]) => writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  const actors = Array.from({ length: 20 }, (_, i) => `state-${i}`)
  write('case.yaml', [`id: ${id}`, `title: Made up, ${edition}`])
  write(
    'actors.yaml',
    actors.flatMap((actor, i) => [`- id: ${actor}`, '  kind: STATE', `  name: State ${i}`, `  aliases: [S${i}]`]),
  )
  write('sources.yaml', ['- id: paper', '  publisher: A paper', '  published: 2025-02-01'])
  write(
    'events.yaml',
    Array.from({ length: events }, (_, i) => [
      `- id: e${i}`,
      `  actor: ${actors[i % 20]}`,
      `  target: ${actors[(i + 1 + (i % 7)) % 20]}`,
      '  kind: SUSPENSION',
      '  subtype: aid',
      `  scope: Aid of kind ${i % 50}`,
      `  occurred: 2025-01-${String(1 + (i % 28)).padStart(2, '0')}`,
      `  summary: Told in the ${edition}`,
      '  evidence:',
      '    - source: paper',
      `      paraphrase: It says so on page ${i}`,
    ]).flat(),
  )
}
