import { CATALOGUE, RELOAD } from '../api/documents/catalogue.ts'
import { NETWORK } from '../api/documents/network.ts'
import { request } from '../api/request.ts'
import { keepLooking } from './away.ts'
import { ask } from './answers/ask.ts'
import { askBoxAgain, askBoxAnew } from './ask/box.ts'
import { baseFilter, type AskContext } from './answers/context.ts'
import { learnNames } from './answers/names.ts'
import {
  $answer,
  $asKnownOn,
  $asking,
  $beside,
  $catalogue,
  $collection,
  $history,
  $names,
  $network,
  $reloaded,
  $view,
  type Asked,
} from './app.ts'
import { loadDetails as loadDetailsOf } from './details/load.ts'
import { clearHeld, forgiveHeld, renewHeld } from './held.ts'
import { latest } from './loaded.ts'
import { Loader } from './loader.ts'
import { $panes } from './picture/panes.ts'
import { $mayAsk, $mayWrite, keepSession, lookAgain } from './session.ts'
import { tieOf } from './tie/tie.ts'
import type { Level } from './types.ts'
import { loadTimed, timed } from './time/timed.ts'
import { fromAddress } from './view/address.ts'
import type { AskKind } from './view/ask.ts'
import { keepAddress } from './view/keep-address.ts'
import { endGesture as endOfGesture, goOn, historyOf, redo as forth, undo as back } from './view/history.ts'
import type { View } from './view/view.ts'

const catalogue = new Loader($catalogue)
const network = new Loader($network)
const beside = new Loader($beside)
const answer = new Loader($answer)
const reloaded = new Loader($reloaded)

/** Opens the page: reads the address, then asks for whatever the view needs, once the reader may ask, and after every change. */
export function start(): void {
  $history.set(historyOf(fromAddress(window.location.search)))
  window.addEventListener('popstate', () => {
    $history.set(goOn($history.get(), fromAddress(window.location.search)))
  })
  $view.listen(loadAll)
  keepAddress()
  $catalogue.listen(loadShown)
  $names.listen(loadAnswer)
  $panes.listen(loadDetailsOfShown)
  keepLooking({ onDatabase: askAgain, onServer: tryAgain })
  keepSession({ onIn: askWhatFailed, onOut: clearHeld })
}

/**
 * Changes the view by a pure step, which undo takes back.
 * @param gesture names a drag or the like while it lasts: all its steps are one; `endGesture` ends it
 */
export function change(step: (view: View) => View, gesture: string | null = null): void {
  const history = $history.get()
  $history.set(goOn(history, step(history.now), gesture))
}

export function endGesture(): void {
  $history.set(endOfGesture($history.get()))
}

export function undo(): void {
  $history.set(back($history.get()))
}

export function redo(): void {
  $history.set(forth($history.get()))
}

/** Asks again for what failed. */
export function tryAgain(): void {
  lookAgain()
  forgiveHeld()
  loadAll()
  askBoxAgain()
}

/** Stops whatever the picture waits for, and keeps what is drawn. */
export function stopPicture(): void {
  const drawn = latest($network.get()) !== null
  for (const loader of [catalogue, network, beside, timed]) {
    loader.stop(
      drawn ? 'You stopped this: the picture is as it was before.' : 'You stopped this before anything was drawn.',
    )
  }
}

/** After signing in: asks for what is shown, and again for all that failed. */
function askWhatFailed(): void {
  tryAgain()
  if ($reloaded.get().state !== 'error') return
  reloaded.clear()
  if ($mayWrite.get()) reload()
}

/** Asks for everything that is shown anew; it stays as it is until the answers are there. */
export function askAgain(): void {
  renewHeld()
  loadAll()
  askBoxAnew()
}

/** Makes the server read its database anew, after something else has written to it, then asks for everything that is shown. */
export function reload(): void {
  if ($reloaded.get().state === 'loading') return
  reloaded.clear()
  reloaded.load('reload', async (signal) => {
    const { version } = (await request(RELOAD, {}, signal)).reload
    askAgain()
    return version
  })
}

function loadAll(): void {
  if (!$mayAsk.get()) return
  catalogue.load('all', (signal) => request(CATALOGUE, {}, signal))
  loadShown()
}

/** What the view needs of the collection that it shows. */
function loadShown(): void {
  const collection = $collection.get()
  if (!collection || !$mayAsk.get()) return
  // The server answers in this order where it does one thing at a time: the answer is short, and what was asked for.
  loadAnswer()
  loadNetwork()
  loadTimed(collection.id)
  loadDetails()
}

function loadNetwork(): void {
  const collection = $collection.get()
  if (!collection) return
  const view = $view.get()
  const asKnownOn = $asKnownOn.get()
  // Boxes that are not as the level has them are closed on the page.
  const level = view.both || view.boxes.length > 0 ? 'ACTOR' : view.level
  askNetwork(network, { collection, view, asKnownOn, level })
  if (view.compare !== null) askNetwork(beside, { collection, view, asKnownOn: view.compare, level })
  else if (view.both) askNetwork(beside, { collection, view, asKnownOn, level: 'TOP' })
  else beside.clear()
}

function askNetwork(
  loader: Loader<Asked>,
  { collection, view, asKnownOn, level }: Pick<AskContext, 'collection' | 'view' | 'asKnownOn'> & { level: Level },
): void {
  const filter = baseFilter({ collection, asKnownOn, view })
  loader.load(JSON.stringify([filter, level]), async (signal) => ({
    network: await request(NETWORK, { filter, actors: { collections: [collection.id] }, level }, signal),
    level,
    collection: collection.id,
    asKnownOn,
  }))
}

function loadAnswer(): void {
  const collection = $collection.get()
  const question = $asking.get()
  const view = $view.get()
  if (!collection || !question || !$mayAsk.get()) return answer.clear()
  // The name of an actor in a slot comes with the network, if it is in it.
  if (question === 'missing') {
    answer.clear()
    if ($network.get().state === 'ok') learnNames(view.ask, $names.get())
    return
  }
  const asKnownOn = $asKnownOn.get()
  // The last answer stays, as the earlier one, while a switch, a day or a slot changes it, never while another question is asked.
  const same = view.ask?.kind === lastKind
  lastKind = view.ask?.kind ?? null
  const key = JSON.stringify([question.id, view.include, view.level, asKnownOn, view.compare, view.window, view.clock])
  answer.load(key, (signal) => ask({ question, collection, view, asKnownOn, signal }), same)
}

let lastKind: AskKind | null = null

/** Asks for the answer anew, from its first rows on; it stays as it is until that is there. */
export function askAnswerAnew(): void {
  answer.renew()
  loadAnswer()
}

/** What is drawn says which events a tie has, and which claims belong to an event. */
function loadDetailsOfShown(): void {
  if ($mayAsk.get()) loadDetails()
}

function loadDetails(): void {
  const collection = $collection.get()
  const network = latest($network.get())?.network
  const tie = (ends: { readonly actor: string; readonly target: string }) => tieOf($panes.get(), network, ends)
  const context = collection && { collection, view: $view.get(), asKnownOn: $asKnownOn.get(), network, tie }
  loadDetailsOf(context)
}
