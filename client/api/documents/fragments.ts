import { graphql } from '../generated/index.ts'

/** What every row of an event shows. */
export const EVENT_ROW = graphql(/* GraphQL */ `
  fragment EventRow on Event {
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
    occurred {
      earliest
      latest
      extent
      openStart
      openEnd
    }
    reportedOn
    originCount
    disputed
    answered
    sentence
  }
`)

export const ACTOR_NAME = graphql(/* GraphQL */ `
  fragment ActorName on Actor {
    id
    name
    nameInSentence
    kind
  }
`)

export const SOURCE_LINE = graphql(/* GraphQL */ `
  fragment SourceLine on Source {
    id
    publisher
    title
    url
    published
    reliability
  }
`)

export const EVIDENCE_CARD = graphql(/* GraphQL */ `
  fragment EvidenceCard on Evidence {
    id
    source {
      ...SourceLine
    }
    relayedFrom {
      ...SourceLine
    }
    speaker
    quote
    paraphrase
    locator
    stance
    about
  }
`)

/** A cooperation of the context of a row. */
export const EPISODE_LINE = graphql(/* GraphQL */ `
  fragment EpisodeLine on Episode {
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
    events(first: 50) {
      nodes {
        id
      }
    }
  }
`)
