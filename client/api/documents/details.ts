import { graphql } from '../generated/index.ts'

export const EVENT_DETAILS = graphql(/* GraphQL */ `
  query EventDetails($id: ID!, $asKnownOn: Date) {
    event(id: $id, asKnownOn: $asKnownOn) {
      ...EventRow
      summary
      strength
      mark
      code
      collection {
        id
        kind
        title
      }
      occurred {
        edtf
      }
      history {
        status
        on
        note
      }
      breaks {
        ...EventRow
      }
      restores {
        ...EventRow
      }
      evidence {
        ...EvidenceCard
      }
    }
  }
`)

export const ACTOR_DETAILS = graphql(/* GraphQL */ `
  query ActorDetails($id: ID!, $asKnownOn: Date, $filter: EventFilter!, $level: Level!) {
    actor(id: $id, asKnownOn: $asKnownOn) {
      ...ActorName
      aliases
      description
      top {
        ...ActorName
      }
      affiliations {
        id
        type
        to {
          ...ActorName
        }
        role
        reportedOn
        evidence {
          ...EvidenceCard
        }
      }
      affiliates {
        id
        type
        actor {
          ...ActorName
        }
        role
        reportedOn
        evidence {
          ...EvidenceCard
        }
      }
      ties(filter: $filter, level: $level) {
        items {
          id
          actor {
            ...ActorName
          }
          target {
            ...ActorName
          }
          total
          events(first: 100) {
            nodes {
              ...EventRow
            }
          }
        }
        total
      }
    }
  }
`)

export const SEARCH = graphql(/* GraphQL */ `
  query Search($text: String!) {
    search(text: $text, first: 8) {
      actor {
        ...ActorName
      }
      matched
    }
  }
`)
