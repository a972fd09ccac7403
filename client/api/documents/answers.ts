import { graphql } from '../generated/index.ts'

export const DISTANCING = graphql(/* GraphQL */ `
  query Distancing(
    $toward: ID
    $by: ID
    $since: Date
    $until: Date
    $level: Level!
    $include: [DistancingRule!]!
    $asKnownOn: Date
    $collections: [ID!]
    $after: String
    $evidence: Boolean!
  ) {
    distancing(
      toward: $toward
      by: $by
      since: $since
      until: $until
      level: $level
      include: $include
      asKnownOn: $asKnownOn
      collections: $collections
      first: 40
      after: $after
    ) {
      sentence
      total
      truncated
      endCursor
      asKnownOn
      rows {
        id
        who {
          ...ActorName
        }
        fromWhom {
          ...ActorName
        }
        acts {
          ...ActLine
        }
        continues {
          ...EpisodeItems
        }
        before {
          ...EpisodeItems
        }
        meanwhile {
          ...EpisodeItems
        }
        restored {
          known
          on
        }
        lag {
          min
          max
        }
        first {
          earliest
          latest
        }
      }
      internal {
        ...ActLine
      }
      switches {
        rule
        rows
        acts
      }
      citations @include(if: $evidence) {
        source {
          ...SourceLine
        }
        relayedFrom {
          ...SourceLine
        }
        events
      }
    }
  }
`)

/** The rows under all rules, to tell whom those that are on leave out. */
export const DISTANCING_ROWS = graphql(/* GraphQL */ `
  query DistancingRows(
    $toward: ID
    $by: ID
    $since: Date
    $until: Date
    $level: Level!
    $include: [DistancingRule!]!
    $asKnownOn: Date
    $collections: [ID!]
    $days: Boolean!
  ) {
    distancing(
      toward: $toward
      by: $by
      since: $since
      until: $until
      level: $level
      include: $include
      asKnownOn: $asKnownOn
      collections: $collections
      first: 500
    ) {
      total
      rows {
        id
        who {
          ...ActorName
        }
        acts {
          ...ActName
        }
      }
      internal {
        ...ActName
      }
    }
  }
`)

/** Who did what, and under which rule it counts. For documents with a variable `days: Boolean!`. */
export const ACT_NAME = graphql(/* GraphQL */ `
  fragment ActName on Act {
    id
    actor {
      ...ActorName
    }
    target {
      ...ActorName
    }
    kind
    subtype
    stage
    scope
    admittedBy
    events(first: 50) @include(if: $days) {
      nodes {
        reportedOn
      }
    }
  }
`)

export const EPISODE_ITEMS = graphql(/* GraphQL */ `
  fragment EpisodeItems on EpisodeList {
    items {
      ...EpisodeLine
    }
    total
    truncated
  }
`)

/** For documents with a variable `evidence: Boolean!`: only the store has the words. */
export const ACT_LINE = graphql(/* GraphQL */ `
  fragment ActLine on Act {
    id
    actor {
      ...ActorName
    }
    target {
      ...ActorName
    }
    kind
    subtype
    scope
    stage
    status
    eventCount
    originCount
    disputed
    answered
    admittedBy
    sentence
    events(first: 50) {
      nodes {
        ...EventRow
        evidence @include(if: $evidence) {
          ...EvidenceCard
        }
      }
    }
  }
`)

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
