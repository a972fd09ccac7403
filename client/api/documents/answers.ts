import { graphql } from '../generated/index.ts'

/** Events with their evidence, for the questions whose rows are events. */
export const EVENTS_WITH_EVIDENCE = graphql(/* GraphQL */ `
  query EventsWithEvidence($filter: EventFilter!, $evidence: Boolean!) {
    events(filter: $filter, first: 500) {
      nodes {
        ...EventRow
        evidence @include(if: $evidence) {
          ...EvidenceCard
        }
      }
      total
    }
    stats(filter: $filter) {
      asKnownOn
    }
  }
`)

/** Ids and status of what was known on a day. */
export const KNOWN_ON = graphql(/* GraphQL */ `
  query KnownOn($filter: EventFilter!) {
    events(filter: $filter, first: 500) {
      nodes {
        id
        status
      }
      total
    }
  }
`)

/** Both directions of a pair, at the level that is shown. */
export const PAIR = graphql(/* GraphQL */ `
  query Pair($there: EventFilter!, $back: EventFilter!, $level: Level!, $evidence: Boolean!) {
    there: ties(filter: $there, level: $level, first: 100) {
      items {
        events(first: 200) {
          nodes {
            ...EventRow
            evidence @include(if: $evidence) {
              ...EvidenceCard
            }
          }
        }
      }
      asKnownOn
    }
    back: ties(filter: $back, level: $level, first: 100) {
      items {
        total
      }
    }
  }
`)

export const CONNECTION = graphql(/* GraphQL */ `
  query Connection($from: ID!, $to: ID!, $filter: EventFilter!, $evidence: Boolean!) {
    paths(from: $from, to: $to, filter: $filter) {
      items {
        length
        events
        steps {
          from {
            ...ActorName
          }
          to {
            ...ActorName
          }
          ties {
            events(first: 50) {
              nodes {
                ...EventRow
                evidence @include(if: $evidence) {
                  ...EvidenceCard
                }
              }
            }
          }
          affiliations {
            id
            type
            actor {
              ...ActorName
            }
            to {
              ...ActorName
            }
            reportedOn
          }
        }
      }
      total
      truncated
    }
  }
`)

/** Actors for a slot, by any of their names. */
export const SLOT_ACTORS = graphql(/* GraphQL */ `
  query SlotActors($text: String!) {
    search(text: $text, first: 8) {
      actor {
        ...ActorName
      }
      matched
    }
  }
`)

export const SLOT_ACTOR = graphql(/* GraphQL */ `
  query SlotActor($id: ID!) {
    actor(id: $id) {
      ...ActorName
    }
  }
`)
