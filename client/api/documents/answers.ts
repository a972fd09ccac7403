import { graphql } from '../generated/index.ts'

export const DISTANCING = graphql(/* GraphQL */ `
  query Distancing(
    $toward: ID
    $by: ID
    $level: Level!
    $include: [DistancingRule!]!
    $asKnownOn: Date
    $collections: [ID!]
    $evidence: Boolean!
  ) {
    distancing(
      toward: $toward
      by: $by
      level: $level
      include: $include
      asKnownOn: $asKnownOn
      collections: $collections
    ) {
      sentence
      total
      truncated
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
      }
      internal {
        ...ActLine
      }
      switches {
        rule
        rows
        acts
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
  query Pair($there: EventFilter!, $back: EventFilter!, $level: Level!) {
    there: ties(filter: $there, level: $level, first: 100) {
      items {
        events(first: 200) {
          nodes {
            ...EventRow
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
  query Connection($from: ID!, $to: ID!, $filter: EventFilter!) {
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
