import type { Draft } from './draft.ts'
import { defined, type ReferenceCheck } from './known.ts'
import type { EvidenceDraft } from './layout.ts'
import type { Problems } from './problem.ts'

/** Everything that names an actor, a source or an event names one of the case, and no list names one twice. */
export function checkReferences(draft: Draft, refers: ReferenceCheck, problems: Problems): void {
  const { places } = draft
  for (const affiliation of draft.affiliations ?? []) {
    refers.actor(affiliation.actor, affiliation, 'actor')
    refers.actor(affiliation.to, affiliation, 'to')
    checkEvidence(affiliation.evidence)
  }
  for (const event of draft.events ?? []) {
    refers.actor(event.actor, event, 'actor')
    refers.actor(event.target, event, 'target')
    checkEvidence(event.evidence)
    for (const links of [event.breaks, event.restores]) {
      checkRepeats(links)
      for (const [index, id] of (links ?? []).entries()) refers.event(id, links as object, index)
    }
  }
  for (const position of draft.positions ?? []) refers.actor(position.actor, position, 'actor')
  for (const actor of draft.actors ?? []) checkRepeats(actor.aliases)
  if (draft.case) {
    refers.event(draft.case.headline, draft.case, 'headline')
    for (const question of defined(draft.case.questions)) {
      refers.actor(question.toward, question, 'toward')
      refers.actor(question.by, question, 'by')
    }
  }

  function checkEvidence(evidence: readonly (EvidenceDraft | undefined)[] | null | undefined): void {
    for (const piece of defined(evidence)) {
      refers.source(piece.source, piece, 'source')
      refers.source(piece.relayedFrom, piece, 'relayedFrom')
    }
  }

  function checkRepeats(items: readonly (string | undefined)[] | null | undefined): void {
    for (const [index, item] of (items ?? []).entries()) {
      if (item === undefined || items?.indexOf(item) === index) continue
      problems.add(places.of(items as object, index), `"${item}" stands twice in this list. Take one away.`)
    }
  }
}
