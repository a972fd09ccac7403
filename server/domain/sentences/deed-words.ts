import type { EventKind, Stage } from '../words.ts'

/** How an act of a kind is told: `bare` after "to", `done` after "have". `{what}` and `{whom}` stand for scope and target. */
interface Deed {
  readonly bare: string
  readonly done: string
  readonly rest: string
}

const deed = (bare: string, done: string, rest: string): Deed => ({ bare, done, rest })

const BY_KIND: Readonly<Record<EventKind, Deed>> = {
  COOPERATION: deed('cooperate', 'cooperated', 'with {whom} ({what})'),
  SUSPENSION: deed('suspend', 'suspended', '{what} toward {whom}'),
  CONDEMNATION: deed('condemn', 'condemned', '{whom} ({what})'),
  PRESSURE: deed('put', 'put', 'pressure on {whom} ({what})'),
  COERCION: deed('use', 'used', 'coercion toward {whom} ({what})'),
  VIOLENCE: deed('use', 'used', 'violence against {whom} ({what})'),
  NEUTRAL: deed('act', 'acted', 'toward {whom} ({what})'),
}

const BY_SUBTYPE: Readonly<Record<string, Deed>> = {
  'SUSPENSION restriction': deed('restrict', 'restricted', '{what} toward {whom}'),
  'SUSPENSION resignation': deed('resign', 'resigned', '({what}) toward {whom}'),
  'SUSPENSION refusal': deed('refuse', 'refused', '{what} to {whom}'),
  'CONDEMNATION dissent': deed('dissent', 'dissented', 'from {whom} ({what})'),
}

/** The words of a deed, as `done` in "is reported to have …" and as `bare` in "… offered to …". */
export interface DeedWords {
  readonly bare: string
  readonly done: string
}

/** @param what the scope; where there is none the subtype stands for it, and it is said that no scope is stated. */
export function deedWords(
  kind: EventKind,
  subtype: string,
  stage: Stage,
  what: string | null,
  whom: string,
): DeedWords {
  const { bare, done, rest } = BY_SUBTYPE[`${kind} ${subtype}`] ?? BY_KIND[kind]
  const scope = what ?? `${subtypeWords(subtype)}, scope not stated`
  const filled = rest.replace('{what}', () => scope).replace('{whom}', () => whom)
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
