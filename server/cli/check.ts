import type { Command } from 'commander'
import { join } from 'node:path'
import { checkCase } from '../ingest/case/check-case.ts'
import { formatProblem, type Problem } from '../ingest/case/problem.ts'
import { counted } from './counted.ts'
import { FAILURE } from './exit-codes.ts'

export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('Check the files of a case. Writes nothing; tells every problem as file:line:column.')
    .argument('<folder>', 'the case folder')
    .action(async (folder: string) => {
      const { contents, problems } = await checkCase(folder)
      if (!contents) return failWith(folder, problems)
      const { actors, affiliations, sources, events } = contents
      process.stdout.write(
        `${contents.collection.id} has no problem: ${counted(events.length, 'event')}, ${counted(actors.length, 'actor')}, ` +
          `${counted(affiliations.length, 'affiliation')}, ${counted(sources.length, 'source')}.\n`,
      )
    })
}

/** Tells the problems of a case on standard output, one a line, and makes the command fail. */
export function failWith(folder: string, problems: readonly Problem[]): void {
  const lines = problems.map((problem) => formatProblem({ ...problem, file: join(folder, problem.file) }))
  process.stdout.write(`${lines.join('\n')}\n`)
  process.stderr.write(`entente: ${counted(problems.length, 'problem')}; nothing was written.\n`)
  process.exitCode = FAILURE
}
