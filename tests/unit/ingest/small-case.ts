import { expect, it } from 'vitest'
import { checkFiles, type Checked } from '../../../server/ingest/case/check-case.ts'
import { formatProblem } from '../../../server/ingest/case/problem.ts'

/** A sound case of four actors and three events, one field a line, so that a test can break one place of it. */
export const SMALL_CASE: Readonly<Record<string, string>> = {
  'case.yaml': `id: small
title: Small case
headline: a-suspends
questions:
  - id: still
    text: Does A still cooperate with B?
    kind: COOPERATION
    by: a
    toward: b
`,
  'actors.yaml': `- id: a
  kind: STATE
  name: Arcadia
  aliases: [Arc]
- id: b
  kind: STATE
  name: Boetia
- id: b-navy
  kind: MILITARY_COMMAND
  name: Navy of Boetia
- id: club
  kind: INTERNATIONAL_ORGANISATION
  name: The Club
`,
  'affiliations.yaml': `- type: PART_OF
  actor: b-navy
  to: b
- type: MEMBER_OF
  actor: b
  to: club
`,
  'sources.yaml': `- id: paper
  publisher: The Paper
  url: https://paper.example/1
  published: 2025-11-11
- id: wire
  publisher: The Wire
`,
  'events.yaml': `- id: a-shares
  actor: a
  target: b-navy
  kind: COOPERATION
  subtype: intelligence
  occurred: /2025-08-31
  evidence:
    - source: paper
- id: a-suspends
  actor: a
  target: b
  kind: SUSPENSION
  subtype: intelligence
  occurred: "[2025-09-01..2025-10-11]"
  breaks: [a-shares]
  evidence:
    - source: paper
      relayedFrom: wire
      quote: no more
- id: a-restores
  actor: a
  target: b
  kind: COOPERATION
  subtype: restoration
  occurred: 2025-11
  restores: [a-suspends]
  evidence:
    - source: paper
`,
  'positions.yaml': `a: [10, 50]
b: [90, 50.5]
`,
}

/** The small case with one text of a file replaced. @throws where the text is not there, so that no test breaks nothing. */
export function broken(file: string, from: string, to: string): ReadonlyMap<string, string> {
  const text = SMALL_CASE[file] ?? ''
  if (!text.includes(from)) throw new RangeError(`${file} of the small case does not hold ${from}`)
  return new Map(Object.entries({ ...SMALL_CASE, [file]: text.replace(from, () => to) }))
}

/** The problems of a case as `file:line:column: says`. */
export function told(texts: ReadonlyMap<string, string>): readonly string[] {
  return problemsOf(checkFiles(texts))
}

export function problemsOf({ problems }: Checked): readonly string[] {
  return problems.map(formatProblem)
}

/** What is broken, in which file, what is replaced by what, and how the one problem that it makes begins. */
export type Fault = readonly [name: string, file: string, from: string, to: string, problem: string]

/** Tests that each fault is told once and in its place. */
export function itTells(faults: readonly Fault[]): void {
  it.each(faults)('tells of %s once, and where', (_, file, from, to, problem) => {
    const problems = told(broken(file, from, to))
    expect(problems).toHaveLength(1)
    expect(problems[0]?.slice(0, problem.length)).toBe(problem)
  })
}
