/** Whether the server answers: `starting` while it reads its events into memory, `gone` while nobody does, or a proxy in its place. */
export type Reach =
  | { readonly is: 'here' }
  | { readonly is: 'gone' }
  | { readonly is: 'starting'; readonly eventsRead: number }

type Listener = (reach: Reach) => void

let listener: Listener = () => {}

/** Calls with what each request found out. */
export function onReach(call: Listener): void {
  listener = call
}

export function tellReach(reach: Reach): void {
  listener(reach)
}

/** What an answer says of the server. @param answer its body, as JSON; undefined where it is none */
export function reachOf(status: number, answer: unknown): Reach {
  if (answer === undefined) return status >= 500 ? { is: 'gone' } : { is: 'here' }
  const eventsRead = eventsReadIn(answer)
  return status === 503 && eventsRead !== null ? { is: 'starting', eventsRead } : { is: 'here' }
}

function eventsReadIn(answer: unknown): number | null {
  const { errors } = answer as { errors?: readonly { extensions?: { eventsRead?: unknown } }[] }
  const number = errors?.[0]?.extensions?.eventsRead
  return typeof number === 'number' ? number : null
}
