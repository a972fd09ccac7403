import type { Page } from '../domain/page.ts'

/** A page as a Relay connection; what is not asked for is not made. */
export function connection<T, N>(page: Page<T>, toNode: (item: T) => N) {
  const cursorOf = (item: T | undefined) => (item === undefined ? null : page.cursorOf(item))
  return {
    total: page.total,
    get nodes(): N[] {
      return page.items.map(toNode)
    },
    get edges(): { node: N; cursor: string }[] {
      return page.items.map((item) => ({ node: toNode(item), cursor: page.cursorOf(item) }))
    },
    get pageInfo() {
      return {
        hasNextPage: page.hasNextPage,
        hasPreviousPage: page.hasPreviousPage,
        startCursor: cursorOf(page.items[0]),
        endCursor: cursorOf(page.items.at(-1)),
      }
    },
  }
}
