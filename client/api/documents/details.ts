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
        ...AffiliationClaim
        to {
          ...ActorName
        }
      }
      affiliates {
        ...AffiliationClaim
        actor {
          ...ActorName
        }
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
          counts {
            kind
            events
          }
        }
        total
      }
      events(filter: $filter, first: 10, orderBy: REPORTED_DESC) {
        nodes {
          ...EventRow
        }
        total
      }
    }
  }
`)

/** What an affiliation says beside its ends. */
export const AFFILIATION_CLAIM = graphql(/* GraphQL */ `
  fragment AffiliationClaim on Affiliation {
    id
    type
    role
    since
    until
    reportedOn
    evidence {
      ...EvidenceCard
    }
  }
`)

/** What is said for and against one claim. */
export const CLAIM_EVIDENCE = graphql(/* GraphQL */ `
  query ClaimEvidence($id: ID!, $asKnownOn: Date) {
    event(id: $id, asKnownOn: $asKnownOn) {
      ...EventRow
      evidence {
        ...EvidenceCard
      }
    }
  }
`)

/** The words of events that are drawn as one tie: more of them than the tie has where others of its actors are tied too. */
export const TIE_WORDS = graphql(/* GraphQL */ `
  query TieWords($filter: EventFilter!) {
    events(filter: $filter, first: 200, orderBy: REPORTED_DESC) {
      nodes {
        id
        summary
        evidence {
          ...EvidenceCard
        }
      }
    }
  }
`)
