import { computed, atom } from 'nanostores'
import { isUnauthenticated, RefusedError, toDisplayError } from '../api/errors.ts'
import { askSession, closeSession, onSessionEnded, openSession, type SessionAnswer } from '../api/session.ts'

/** Who reads the page. */
export type Session =
  /** The server has not said yet. */
  | { readonly state: 'unknown' }
  /** It wants no tokens, and the reader may write. */
  | { readonly state: 'open' }
  | { readonly state: 'in'; readonly name: string | null; readonly mayWrite: boolean }
  /** Nobody is signed in, and nothing is drawn. */
  | { readonly state: 'out' }
  /** Nobody is signed in any more; what was drawn stays until somebody is. */
  | { readonly state: 'over'; readonly name: string | null; readonly mayWrite: boolean }

export const $session = atom<Session>({ state: 'unknown' })

/** What became of the last wish to sign in or out. `says` is empty where there is nothing to say. */
export const $signing = atom<{ readonly busy: boolean; readonly says: string }>({ busy: false, says: '' })

/** Whether questions may be asked now. */
export const $mayAsk = computed($session, ({ state }) => state === 'open' || state === 'in')

export const $mayWrite = computed($session, (session) => {
  if (session.state === 'in' || session.state === 'over') return session.mayWrite
  return session.state === 'open'
})

interface Calls {
  /** Somebody may ask from now on: ask for what is shown, and again for what failed. */
  readonly onIn: () => void
  /** Nothing of what was shown may stay. */
  readonly onOut: () => void
}

/** Windows of one browser share its cookie, so each is told when another signs in or out. */
type Word = 'in' | 'out'

let tell: (word: Word) => void = () => {}
let calls: Calls = { onIn() {}, onOut() {} }
/** Whether the server has not yet said who reads. */
let unsure = true

/** Asks who reads, and keeps `$session` true from then on. */
export function keepSession(given: Calls): void {
  calls = given
  onSessionEnded(end)
  const channel = new BroadcastChannel('entente-session')
  tell = (word) => channel.postMessage(word)
  channel.addEventListener('message', ({ data }) => {
    if (data === 'out' && $session.get().state !== 'open') leave()
    if (data === 'in' && !$mayAsk.get()) void look()
  })
  void look()
}

/** Shows a token to the server. What comes of it stands in `$session`, or in `$signing` where it says no. */
export async function signIn(typed: string): Promise<void> {
  const token = typed.trim()
  if ($signing.get().busy) return
  if (token === '') return $signing.set({ busy: false, says: 'Type or paste your token first.' })
  // Emptied meanwhile, so that the same sentence is heard again.
  $signing.set({ busy: true, says: '' })
  try {
    await openSession(token)
    const answer = await askSession()
    if (answer.required && !answer.signedIn) throw new NotKeptError()
    $signing.set({ busy: false, says: '' })
    enter(answer)
    tell('in')
  } catch (error) {
    $signing.set({ busy: false, says: signInWords(error) })
  }
}

/** Ends the session on the server, then clears everything that is drawn. Where the server cannot be told, nothing changes. */
export async function signOut(): Promise<void> {
  if ($signing.get().busy) return
  $signing.set({ busy: true, says: '' })
  try {
    await closeSession()
    leave()
    tell('out')
  } catch {
    $signing.set({ busy: false, says: 'The server does not answer: you are still signed in.' })
  }
}

/** Asks who reads once more, where the server did not say when it was asked. */
export function lookAgain(): void {
  if (unsure) void look()
}

/** Where the server does not say who reads, the page opens as without tokens, and its questions say what is wrong. */
async function look(): Promise<void> {
  const answer = await askSession().catch(() => null)
  if (answer === null) {
    if ($session.get().state === 'unknown') open()
  } else if (!answer.required || answer.signedIn) enter(answer)
  else if (unsure) leave()
}

function open(): void {
  $session.set({ state: 'open' })
  calls.onIn()
}

function enter({ required, name, mayWrite }: SessionAnswer): void {
  unsure = false
  if (!required) return open()
  $session.set({ state: 'in', name, mayWrite })
  calls.onIn()
}

function end(): void {
  const session = $session.get()
  if (session.state === 'in') $session.set({ ...session, state: 'over' })
  if (session.state === 'open') $session.set({ state: 'over', name: null, mayWrite: false })
}

function leave(): void {
  unsure = false
  calls.onOut()
  $signing.set({ busy: false, says: '' })
  $session.set({ state: 'out' })
}

/** The token was right, and yet nobody is signed in. */
class NotKeptError extends Error {
  override readonly name = 'NotKeptError'
}

function signInWords(error: unknown): string {
  if (isUnauthenticated(error))
    return 'This server does not know this token. See that all of it is there, then try again.'
  if (error instanceof NotKeptError) {
    return 'The browser did not keep the sign-in. Allow cookies for this address, then try again.'
  }
  return error instanceof RefusedError && error.code === null
    ? `You are not signed in. ${error.message}`
    : toDisplayError(error)
}
