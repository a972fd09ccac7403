import { admittedBetween, admittedInside, sumOf } from '../pairs.ts'
import { each, items, lists, shares, sizeOf, type AnswerBound, type Bound, type Place, type Rule } from '../place.ts'
import type { Sizes } from '../sizes.ts'

/** Episodes of one list of context. */
const MOST_CONTEXT = 20

/** Rows of an answer that its sentence rests on, whichever page is shown. */
const ROWS_TOLD = 5

const admitted = (here: Place) => here.answer?.admitted ?? 0
const cooperation = (here: Place) => here.answer?.cooperation ?? 0

/** What stands in so many rows of one answer: each lies between two families, and no act or cooperation is in two of them. */
function ofRows({ answer }: Place, rows: number, { pairs }: Sizes): AnswerBound {
  const { rules, ...all } = answer ?? NO_ANSWER
  if (pairs === null) return { rules, ...all }
  return {
    rules,
    admitted: Math.min(all.admitted, admittedBetween(pairs, rules, rows)),
    cooperation: Math.min(all.cooperation, sumOf(pairs.cooperation, rows) + pairs.tail),
  }
}

const NO_ANSWER: AnswerBound = { rules: [], admitted: 0, cooperation: 0 }

/** Those of the page, and those that the sentence tells. */
function behind(here: Place, sizes: Sizes): AnswerBound {
  return ofRows(here, (here.items?.count ?? 0) / here.count + ROWS_TOLD, sizes)
}

const rowsOfAnswer: Rule = (here, _, sizes) => {
  const { count, groups } = here.items ?? { count: 0, groups: 0 }
  const shown = ofRows(here, Math.ceil(count / here.count), sizes)
  // At ACTOR cooperation stands beside the row of its target and beside that of each above it.
  const ofOneRow = ofRows(here, 1, sizes).cooperation
  return { count, groups, answer: here.level === 'TOP' ? shown : { ...shown, cooperation: ofOneRow } }
}

const inside: Rule = (here, _, { pairs }) => {
  const answer = here.answer ?? NO_ANSWER
  const most = pairs === null ? answer.admitted : Math.min(answer.admitted, admittedInside(pairs, answer.rules))
  return { ...lists(here, most), answer: { ...answer, admitted: most } }
}

/** No event belongs to two acts of one answer. */
const actsOfRow: Rule = (here) => shares(here, { most: admitted(here), total: admitted(here) })

const context: Rule = (here) => {
  const most = Math.min(MOST_CONTEXT, cooperation(here))
  return {
    ...each(here),
    items: here.level === 'TOP' ? shares(here, { most, total: cooperation(here) }) : lists(here, most),
  }
}

const evidenceOfRow: Rule = (here) => {
  const records = shares(here, { most: admitted(here), total: admitted(here) }).count
  const { evidence, mostEvidence } = here.pool
  const { count } = shares(here, { most: evidence, total: evidence })
  return { count: Math.min(count, records * mostEvidence), groups: here.groups, records }
}

const citations: Rule = (here, _, sizes) => {
  const { admitted: acts, cooperation: beside } = behind(here, sizes)
  const { evidence, mostEvidence } = here.pool
  return {
    ...lists(here, Math.min(evidence, (acts + beside) * mostEvidence)),
    records: here.count * (acts + beside),
  }
}

/** An episode is of one pair of named actors. */
function eventsOf(here: Place, first: unknown, total: number, { rowsOfPair, tail }: Sizes): Bound {
  const most = Math.min(total, rowsOfPair + tail)
  return {
    ...each(here),
    items: shares(here, { most: Math.min(sizeOf(first, 50, 500), most), total }),
    rows: shares(here, { most, total }).count,
  }
}

/** Who distanced themselves from whom, and what that rests on. */
export const DISTANCING_BOUNDS: Readonly<Record<string, Rule>> = {
  'DistancingAnswer.rows': rowsOfAnswer,
  'DistancingAnswer.internal': inside,
  'DistancingAnswer.switches': (here) => lists(here, 3),
  'DistancingAnswer.include': (here) => lists(here, 4),
  'DistancingAnswer.actors': (here, _, sizes) => {
    const { admitted: acts, cooperation: beside } = behind(here, sizes)
    return lists(here, Math.min(sizes.actors, 2 * (acts + beside + (here.items?.count ?? 0))))
  },
  'DistancingAnswer.ties': (here, _, sizes) => {
    const { admitted: acts, cooperation: beside } = behind(here, sizes)
    return { ...lists(here, acts + beside), rows: 2 * here.count * sizes.rows }
  },
  'DistancingAnswer.citations': citations,
  // As many as citations: each names an event for each piece of evidence, and both are bounded by the evidence.
  'Citation.events': (here) => ({ count: here.count }),
  'DistancingRow.acts': actsOfRow,
  'DistancingRow.continues': context,
  'DistancingRow.before': context,
  'DistancingRow.meanwhile': context,
  'DistancingRow.evidence': evidenceOfRow,
  'EpisodeList.items': items,
  'Episode.events': (here, { first }, sizes) => eventsOf(here, first, cooperation(here), sizes),
  'Act.events': (here, { first }, sizes) => eventsOf(here, first, admitted(here), sizes),
  'Restoration.by': each,
}
