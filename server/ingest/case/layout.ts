import {
  ABOUTS,
  ACTOR_KINDS,
  AFFILIATION_TYPES,
  EVENT_KINDS,
  MARKS,
  QUESTION_KINDS,
  RELIABILITIES,
  STAGES,
  STANCES,
  STATUSES,
} from '../../domain/words.ts'
import {
  day,
  edtf,
  flag,
  id,
  list,
  number,
  optional,
  record,
  reference,
  required,
  text,
  url,
  word,
  type ValueOf,
} from './shape.ts'

/** Items of a list inside one record: a record is read and shown as a whole. */
export const MOST_ITEMS = 500

/** What each file of a case holds. The order of fields is the order in which an export writes them. */

export const evidenceShape = record('a piece of evidence', {
  id: optional(id, 'Short name, unique within its event. Left out: its number in the list, from 1.'),
  source: required(reference, 'Where it stands: id of a source in sources.yaml.'),
  relayedFrom: optional(reference, 'The source that it takes the claim from: id of a source in sources.yaml.'),
  speaker: optional(text, 'Who is said to have said it.'),
  quote: optional(text, 'Spoken words only, short, without quotation marks around them.'),
  paraphrase: optional(text, 'What it says, in your words.'),
  locator: optional(text, 'Where in the source: a page, a paragraph, a minute.'),
  stance: optional(word(STANCES), 'Whether it asserts, denies or does not comment. Left out: ASSERTS.'),
  about: optional(
    word(ABOUTS),
    'What the stance is about: that the act happened (ACT) or that what was said is right (CONTENT). Left out: ACT.',
  ),
})

export const statusShape = record('a step of the history', {
  status: required(word(STATUSES), 'What the claim has become.'),
  on: required(day, 'From this day on, such as 2025-11-11.'),
  note: optional(text, 'Why, in a few words.'),
})

const question = record('a question', {
  id: required(id, 'Short name, unique among the questions: lower-case letters, digits and hyphens.'),
  text: required(text, 'The question as the page shows it.'),
  kind: required(word(QUESTION_KINDS), 'What answers it.'),
  toward: optional(reference, 'Id of the actor that is acted toward, or where a connection ends.'),
  by: optional(reference, 'Id of the actor that acts, or where a connection begins.'),
  dates: optional(list(day, MOST_ITEMS), 'Days for a question of what was known, such as [2025-10-01, 2025-11-11].'),
})

export const caseShape = record('the case', {
  id: required(id, 'Name of the case in the store and in addresses: lower-case letters, digits and hyphens.'),
  title: required(text, 'Title as the page shows it.'),
  description: optional(text, 'A sentence or two on what the case holds and what it rests on.'),
  headline: optional(reference, 'Id of the event whose sentence heads the page.'),
  questions: optional(list(question, MOST_ITEMS), 'Questions that the page offers, in order.'),
})

export const actorShape = record('an actor', {
  id: required(
    id,
    'Short name, the same in all cases: lower-case letters, digits and hyphens. An actor with this id in another case is this actor.',
  ),
  kind: required(word(ACTOR_KINDS), 'What sort of actor.'),
  name: required(text, 'Name as it is shown, without "the".'),
  article: optional(flag, 'true where the name takes "the" inside a sentence. Left out: false.'),
  aliases: optional(list(text, MOST_ITEMS), 'Every other form of the name by which people may look for it.'),
  description: optional(text, 'Who that is.'),
  unspecified: optional(
    flag,
    'true for "unspecified actor" and the like, whose acts count only when asked for. Left out: false.',
  ),
})

export const affiliationShape = record('an affiliation', {
  id: optional(id, 'Short name, unique among the affiliations. Left out: made of actor, type and to.'),
  type: required(
    word(AFFILIATION_TYPES),
    'PART_OF, REPRESENTS and LEADS roll up at top level; MEMBER_OF and BASED_IN never do.',
  ),
  actor: required(reference, 'Id of the actor that belongs, represents, leads or is based.'),
  to: required(reference, 'Id of the actor to or in which.'),
  role: optional(text, 'As what.'),
  since: optional(edtf, 'When it began, as EDTF: 2025-11-11, 2025-11, 2025. Left out: not stated.'),
  until: optional(edtf, 'When it ended, as EDTF. Left out: not stated.'),
  evidence: optional(
    list(evidenceShape, MOST_ITEMS),
    'Only where it is a claim: it is then hidden before it was reported. Left out: background, always shown.',
  ),
})

export const sourceShape = record('a source', {
  id: required(id, 'Short name, unique among the sources: lower-case letters, digits and hyphens.'),
  publisher: required(text, 'Who published it.'),
  title: optional(text, 'Title of the document.'),
  url: optional(url, 'Address, http or https.'),
  published: optional(
    day,
    'The day on which it was published, such as 2025-11-11. Events become known on it; only a source that is relayed from may go without.',
  ),
  reliability: optional(
    word(RELIABILITIES),
    'A reliable, B usually reliable, C fairly reliable, D not usually reliable, E unreliable, F cannot be judged yet. Left out: F.',
  ),
})

export const eventShape = record('an event', {
  id: required(id, 'Short name, unique among the events: lower-case letters, digits and hyphens.'),
  actor: required(reference, 'Id of the actor that acted.'),
  target: required(reference, 'Id of the actor that was acted toward.'),
  kind: required(word(EVENT_KINDS), 'What the act is.'),
  subtype: required(text, 'Finer kind; each kind has its own list.'),
  scope: optional(text, 'What exactly is affected.'),
  stage: optional(word(STAGES), 'INTENT: promised or offered. Left out: ACTUAL.'),
  strength: optional(
    number(0, 3, true),
    '0 to 3, at most 1 where the stage is not ACTUAL. Left out: that of the subtype.',
  ),
  mark: optional(
    word(MARKS),
    'Whether the act by itself says that the actor steps away from the target. Left out: that of the subtype.',
  ),
  occurred: required(
    edtf,
    'When it happened, as EDTF. Some day: 2025-11-11, 2025-10, "[2025-09-01..2025-10-11]". All along: 2025-09-01/2025-11-11, /2025-08-31, 2025-09-01/..',
  ),
  summary: optional(text, 'The act in a sentence that says no more than its evidence.'),
  history: optional(list(statusShape, MOST_ITEMS), 'Only where the claim is more than reported; oldest first.'),
  breaks: optional(list(reference, MOST_ITEMS), 'A SUSPENSION: ids of the cooperation events that it ends.'),
  restores: optional(list(reference, MOST_ITEMS), 'A COOPERATION: ids of the suspensions that it ends.'),
  evidence: required(list(evidenceShape, MOST_ITEMS), 'Who says so. At least one piece asserts the act.'),
})

/** One entry of positions.yaml; the file is a map from the id of an actor to `[x, y]`. */
export const coordinate = number(0, 100, false)

export const actorsShape = list(actorShape)
export const affiliationsShape = list(affiliationShape)
export const sourcesShape = list(sourceShape)
export const eventsShape = list(eventShape)

export type CaseDraft = ValueOf<typeof caseShape>
export type ActorDraft = ValueOf<typeof actorShape>
export type AffiliationDraft = ValueOf<typeof affiliationShape>
export type SourceDraft = ValueOf<typeof sourceShape>
export type EventDraft = ValueOf<typeof eventShape>
export type EvidenceDraft = ValueOf<typeof evidenceShape>

/** Files of a case folder. */
export const FILES = {
  case: 'case.yaml',
  actors: 'actors.yaml',
  affiliations: 'affiliations.yaml',
  sources: 'sources.yaml',
  events: 'events.yaml',
  positions: 'positions.yaml',
} as const

/** Without these there is no case. */
export const REQUIRED_FILES: readonly string[] = [FILES.case, FILES.actors, FILES.sources, FILES.events]
