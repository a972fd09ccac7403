import { graphql } from '../generated/index.ts'

/** A page of the rows under the rules that are on. */
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
