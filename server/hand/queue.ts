export type Queue = <T>(work: () => Promise<T>) => Promise<T>

/** Runs what it is given one after the other, in the order given. What fails does not hold up the next. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}
