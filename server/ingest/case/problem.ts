/** Something wrong in a case. */
export interface Problem {
  /** Relative to the case folder; `.` for the folder itself. Outside of files: the record's key, or the path of an argument. */
  readonly file: string
  /** 1-based; 0 outside of files. */
  readonly line: number
  /** 1-based; 0 outside of files. */
  readonly column: number
  /** What is wrong and what to do, as plain sentences. */
  readonly says: string
}

/** Where something stands. */
export type Place = Omit<Problem, 'says'>

/** The place of what stands in no file. @param path the record's key, or the path of an argument. */
export function placeAt(path: string): Place {
  return { file: path, line: 0, column: 0 }
}

/** The problems found so far. */
export class Problems {
  readonly #found: Problem[] = []

  add(place: Place, says: string): void {
    this.#found.push({ file: place.file, line: place.line, column: place.column, says })
  }

  /** By file, line, column. */
  sorted(): readonly Problem[] {
    return this.#found.toSorted(
      (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.says, b.says),
    )
  }
}

/** `events.yaml:12:5: …`, as editors and terminals link it. */
export function formatProblem({ file, line, column, says }: Problem): string {
  return `${file}:${line}:${column}: ${says}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
