import type { Attack } from './attacks/attack.ts'
import { BODIES } from './attacks/bodies.ts'
import { BATCHES, BREADTH, INTROSPECTING, LITERALS, SHAPES } from './attacks/documents.ts'
import { RIGHTS } from './attacks/rights.ts'
import { SESSIONS } from './attacks/sessions.ts'
import { SITES } from './attacks/sites.ts'
import { CURSORS, SEARCHES, VALUES } from './attacks/texts.ts'
import { GUESSING, WRONG_PLACES, WRONG_TOKENS } from './attacks/tokens.ts'
import { CROWDS, PATHS, SLOW, WIRE } from './attacks/wire.ts'

/** Requests that want to take the server down, or to get what is not theirs, and what each must be answered; by what they try. */
export const ATTACKS: readonly (readonly [group: string, attacks: readonly Attack[]])[] = [
  ['Batches', BATCHES],
  ['Shapes of documents', SHAPES],
  ['Breadth', BREADTH],
  ['Introspection', INTROSPECTING],
  ['Long and odd literals', LITERALS],
  ['Signs of query languages', SEARCHES],
  ['Cursors', CURSORS],
  ['Values', VALUES],
  ['Bodies', BODIES],
  ['Other sites', SITES],
  ['Tokens in wrong places', WRONG_PLACES],
  ['Wrong tokens', WRONG_TOKENS],
  ['Guessing', GUESSING],
  ['Sessions', SESSIONS],
  ['Rights', RIGHTS],
  ['Paths', PATHS],
  ['The wire', WIRE],
  ['Crowds', CROWDS],
  ['Slowness', SLOW],
]
