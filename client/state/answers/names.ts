import { atom } from 'nanostores'
import { SLOT_ACTOR } from '../../api/documents/answers.ts'
import { request } from '../../api/request.ts'
import { hold } from '../held.ts'
import type { ActorName } from '../types.ts'
import type { Ask } from '../view/ask.ts'

/** Names of actors that stand in a slot without being in the network that is shown: they were searched for, or a link names them. */
export const $remembered = atom<ReadonlyMap<string, ActorName>>(new Map())

/** Ids in slots that no actor has. */
export const $nobody = atom<ReadonlySet<string>>(new Set())

export function remember(actor: ActorName): void {
  $remembered.set(new Map([...$remembered.get(), [actor.id, actor]]))
}

const asked = new Set<string>()
let stop = new AbortController()

/** Asks for the names that are not known, each once. */
export function learnNames(ask: Ask | null, names: ReadonlyMap<string, ActorName>): void {
  for (const id of [ask?.by, ask?.toward]) {
    if (!id || names.has(id) || asked.has(id)) continue
    asked.add(id)
    const { signal } = stop
    request(SLOT_ACTOR, { id }, signal).then(
      ({ actor }) => {
        if (signal.aborted) return
        if (actor) remember(actor)
        else $nobody.set(new Set([...$nobody.get(), id]))
      },
      () => {
        if (!signal.aborted) asked.delete(id)
      },
    )
  }
}

/** Whoever was nobody may be somebody by now. */
function askAnew(): void {
  stop.abort()
  stop = new AbortController()
  asked.clear()
  $nobody.set(new Set())
}

hold({
  renew: askAnew,
  clear: () => {
    askAnew()
    $remembered.set(new Map())
  },
})
