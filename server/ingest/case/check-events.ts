import { SUBTYPES, subtypeDefaults } from '../../domain/subtypes.ts'
import type { Draft } from './draft.ts'
import { defined, type Known } from './known.ts'
import type { EventDraft, EvidenceDraft } from './layout.ts'
import { didYouMean } from './nearest.ts'
import type { Problems } from './problem.ts'

/** What an event says holds together: two actors, a subtype of its kind, a strength of its stage, a history in order. */
export function checkEvents(draft: Draft, known: Known, problems: Problems): void {
  for (const event of draft.events ?? []) {
    const { actor, target } = event
    if (actor !== undefined && actor === target) {
      problems.add(
        draft.places.of(event, 'target'),
        `"${target}" acts toward itself. Write another actor in one of the two places.`,
      )
    }
    checkSubtype(draft, event, problems)
    checkStrength(draft, event, problems)
    checkHistory(draft, event, problems)
    checkKnown(draft, event, event.evidence, 'event', known, problems)
  }
  for (const affiliation of draft.affiliations ?? []) {
    if (affiliation.evidence?.length) {
      checkKnown(draft, affiliation, affiliation.evidence, 'affiliation', known, problems)
    }
  }
}

function checkSubtype({ places }: Draft, event: EventDraft, problems: Problems): void {
  const { kind, subtype } = event
  if (!kind || !subtype || subtypeDefaults(kind, subtype)) return
  const words = Object.keys(SUBTYPES[kind])
  const advice = didYouMean(subtype, words) || ' Write one of them.'
  problems.add(
    places.of(event, 'subtype'),
    `"${subtype}" is no subtype of ${kind}. It has: ${words.join(', ')}.${advice}`,
  )
}

function checkStrength({ places }: Draft, event: EventDraft, problems: Problems): void {
  const { stage, strength } = event
  if (!stage || stage === 'ACTUAL' || !strength || strength <= 1) return
  problems.add(
    places.of(event, 'strength'),
    `What is not ACTUAL has a strength of at most 1, and this act (${stage}) has ${strength}. Write 0 or 1, or leave it out.`,
  )
}

function checkHistory({ places }: Draft, event: EventDraft, problems: Problems): void {
  const steps = defined(event.history).filter((step) => step.on !== undefined)
  for (const [index, step] of steps.entries()) {
    const before = steps[index - 1]
    if (!before || (step.on ?? 0) >= (before.on ?? 0)) continue
    problems.add(places.of(step, 'on'), 'This step is earlier than the one above it. Write the history oldest first.')
  }
}

/** What nobody asserts, or asserts in a source without a date, would never be shown. */
function checkKnown(
  { places, terms }: Draft,
  owner: object,
  evidence: readonly (EvidenceDraft | undefined)[] | null | undefined,
  what: string,
  known: Known,
  problems: Problems,
): void {
  // A piece that could not be read may be the one that asserts.
  if (!evidence || evidence.includes(undefined)) return
  const pieces = defined(evidence)
  if (pieces.some(({ stance, about }) => stance === undefined || about === undefined)) return
  const asserting = pieces.filter(
    ({ stance, about }) => (stance ?? 'ASSERTS') === 'ASSERTS' && (about ?? 'ACT') === 'ACT',
  )
  if (asserting.length === 0) {
    problems.add(
      places.of(owner, 'evidence'),
      `No evidence of this ${what} asserts the act. Add a piece with stance ASSERTS about ACT (both may be left out).`,
    )
    return
  }
  const days = asserting.map(({ source }) => {
    const found = source === undefined ? undefined : known.sources?.get(source)
    return found ? found.published : undefined
  })
  if (days.every((day) => day === null)) {
    problems.add(
      places.of(owner, 'evidence'),
      `This ${what} would never become known: no source that asserts it says when it was published. ${terms.undated}`,
    )
  }
}
