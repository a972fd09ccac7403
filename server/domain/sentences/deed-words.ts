import type { EventKind, Stage } from '../words.ts'

/**
 * How an act is told: `bare` after "to", `done` after "have", then what follows where its scope is stated and where it is not. `{what}`
 * stands for the scope, `{whom}` for the target, `{subtype}` for the finer kind.
 */
interface Deed {
  readonly bare: string
  readonly done: string
  readonly scoped: string
  readonly unscoped: string
}

function deed(verb: string | readonly [bare: string, done: string], scoped: string, unscoped: string): Deed {
  const [bare, done] = typeof verb === 'string' ? [verb, `${verb}${verb.endsWith('e') ? 'd' : 'ed'}`] : verb
  return { bare, done, scoped, unscoped }
}

const BY_KIND: Readonly<Record<EventKind, Deed>> = {
  COOPERATION: deed('cooperate', 'with {whom} on {what}', 'with {whom} ({subtype}, scope not stated)'),
  SUSPENSION: deed('suspend', '{what} toward {whom}', '{subtype} toward {whom}, scope not stated'),
  CONDEMNATION: deed('condemn', '{whom} over {what}', '{whom}, scope not stated'),
  PRESSURE: deed(['put', 'put'], 'pressure on {whom} ({what})', 'pressure on {whom} ({subtype}, scope not stated)'),
  COERCION: deed('use', 'coercion toward {whom} ({what})', 'coercion toward {whom} ({subtype}, scope not stated)'),
  VIOLENCE: deed('use', 'violence against {whom} ({what})', 'violence against {whom} ({subtype}, scope not stated)'),
  NEUTRAL: deed('act', 'toward {whom} ({what})', 'toward {whom} ({subtype}, scope not stated)'),
}

const BY_SUBTYPE: Readonly<Record<string, Deed>> = {
  'COOPERATION alliance': deed(['be allied', 'been allied'], 'with {whom} for {what}', 'with {whom}, scope not stated'),
  'SUSPENSION alliance': deed(['leave', 'left'], 'an alliance with {whom} for {what}', 'an alliance with {whom}'),
  'SUSPENSION restriction': deed('restrict', '{what} toward {whom}', 'what it allows {whom}, scope not stated'),
  'SUSPENSION resignation': deed('resign', 'toward {whom} ({what})', 'toward {whom}, scope not stated'),
  'SUSPENSION refusal': deed('refuse', '{what} to {whom}', 'what {whom} asked for, scope not stated'),
  'CONDEMNATION dissent': deed('dissent', 'from {whom} over {what}', 'from {whom}, scope not stated'),
}

/** The words of a deed, as `done` in "is reported to have …" and as `bare` in "… offered to …". */
export interface DeedWords {
  readonly bare: string
  readonly done: string
}

/** @param what the scope; null: not stated, and told so. */
export function deedWords(
  kind: EventKind,
  subtype: string,
  stage: Stage,
  what: string | null,
  whom: string,
): DeedWords {
  const { bare, done, scoped, unscoped } = BY_SUBTYPE[`${kind} ${subtype}`] ?? BY_KIND[kind]
  const words: Readonly<Record<string, string>> = { what: what ?? '', whom, subtype: subtypeWords(subtype) }
  const filled = (what === null ? unscoped : scoped).replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '')
  const plain = { bare: `${bare} ${filled}`, done: `${done} ${filled}` }
  switch (stage) {
    case 'ACTUAL':
      return plain
    case 'INTENT':
      return { bare: `offer to ${plain.bare}`, done: `offered to ${plain.bare}` }
    case 'THREATENED':
      return { bare: `threaten to ${plain.bare}`, done: `threatened to ${plain.bare}` }
  }
}

/** `joint operation` for `joint_operation`. */
export function subtypeWords(subtype: string): string {
  return subtype.replaceAll('_', ' ')
}
