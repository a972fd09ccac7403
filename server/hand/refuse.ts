import type { RecordKey } from '../domain/record-key.ts'
import type { Problem } from '../ingest/case/problem.ts'
import { recordWords } from '../ingest/case/record-words.ts'
import { RecordError } from './recorder.ts'

const MOST_TOLD = 20

/**
 * Tells problems as one error; returns where there is none.
 * @param argument the one that is told where a problem stands on a record that was not given.
 * @throws RecordError
 */
export function refuse(problems: readonly Problem[], argument: string): void {
  const told = problems.slice(0, MOST_TOLD).map((problem) => tell(problem, argument))
  const [first] = told
  if (!first) return
  if (told.length === 1) throw new RecordError(first.argument, first.says)
  const rest = problems.length - told.length
  const lines = [...told.map((each) => `${each.argument}: ${each.says}`), ...(rest > 0 ? [`And ${rest} more.`] : [])]
  throw new RecordError(first.argument, lines.join('\n'))
}

/** A problem of a record that stood there before. */
export function tellOfOther({ file, says }: Problem): string {
  return `${recordWords(file as RecordKey)} would not be right any more: ${says}`
}

/** Keys of records have a colon, paths of arguments none. */
function tell(problem: Problem, argument: string): { readonly argument: string; readonly says: string } {
  if (problem.file.includes(':')) return { argument, says: tellOfOther(problem) }
  return { argument: problem.file, says: problem.says }
}
