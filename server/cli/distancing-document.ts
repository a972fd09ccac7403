/** What `ask distancing` asks of the schema. */
export const DISTANCING_DOCUMENT = /* GraphQL */ `
  query Distancing(
    $toward: ID
    $by: ID
    $since: Date
    $until: Date
    $asKnownOn: Date
    $level: Level
    $include: [DistancingRule!]
    $collections: [ID!]
    $first: Int
    $after: String
  ) {
    distancing(
      toward: $toward
      by: $by
      since: $since
      until: $until
      asKnownOn: $asKnownOn
      level: $level
      include: $include
      collections: $collections
      first: $first
      after: $after
    ) {
      sentence
      asKnownOn
      since
      until
      level
      include
      total
      truncated
      endCursor
      rows {
        id
        who {
          ...Named
        }
        fromWhom {
          ...Named
        }
        sentence
        strength
        first {
          ...Days
        }
        lag {
          min
          max
        }
        originCount
        disputed
        answered
        restored {
          ...Restored
        }
        acts {
          ...Told
        }
        continues {
          ...Context
        }
        before {
          ...Context
        }
        meanwhile {
          ...Context
        }
      }
      internal {
        ...Told
      }
      switches {
        rule
        rows
        acts
      }
      citations {
        source {
          ...Cited
        }
        relayedFrom {
          ...Cited
        }
        events
      }
    }
  }

  fragment Named on Actor {
    id
    name
    kind
  }

  fragment Days on DaySpan {
    earliest
    latest
  }

  fragment Restored on Restoration {
    known
    on
    by {
      id
    }
  }

  fragment Cited on Source {
    id
    publisher
    title
    url
    published
    reliability
  }

  fragment Told on Act {
    id
    actor {
      ...Named
    }
    target {
      ...Named
    }
    collection {
      id
    }
    admittedBy
    kind
    subtype
    scope
    stage
    status
    strength
    first {
      ...Days
    }
    last {
      ...Days
    }
    beganOn
    originCount
    disputed
    answered
    restored {
      ...Restored
    }
    sentence
    eventCount
    events(first: 20) {
      nodes {
        id
        occurred {
          edtf
        }
        reportedOn
        evidence {
          id
          source {
            ...Cited
          }
          relayedFrom {
            ...Cited
          }
          speaker
          quote
          paraphrase
          locator
          stance
          about
        }
      }
    }
  }

  fragment Context on EpisodeList {
    total
    truncated
    items {
      id
      actor {
        ...Named
      }
      target {
        ...Named
      }
      kind
      subtype
      scope
      stage
      status
      first {
        ...Days
      }
      last {
        ...Days
      }
      originCount
      disputed
      eventCount
      events(first: 5) {
        nodes {
          id
          occurred {
            edtf
          }
        }
      }
    }
  }
`
