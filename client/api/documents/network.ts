import { graphql } from '../generated/index.ts'

/** What is drawn and listed: actors with their affiliations, ties with their events, events, and counts. */
export const NETWORK = graphql(/* GraphQL */ `
  query Network($filter: EventFilter!, $actors: ActorFilter!, $level: Level!) {
    stats(filter: $filter) {
      events
      ties
      actors
      sources
      byKind {
        kind
        events
      }
      disputed
      answered
      singleOrigin
      notDone
      firstReported
      asKnownOn
    }
    ties(filter: $filter, level: $level, first: 500) {
      items {
        id
        actor {
          ...ActorName
        }
        target {
          ...ActorName
        }
        total
        events(first: 200) {
          nodes {
            ...EventRow
          }
        }
      }
      total
      truncated
      asKnownOn
    }
    actors(filter: $actors, first: 500) {
      nodes {
        ...ActorName
        top {
          ...ActorName
        }
        affiliations {
          id
          type
          actor {
            id
          }
          to {
            id
          }
          role
          reportedOn
        }
      }
      total
    }
    events(filter: $filter, first: 500) {
      nodes {
        ...EventRow
      }
      total
    }
  }
`)
