/**
 * Queries that work on the seeded case, one a tab. The name of the operation is the name of the tab. They carry no GraphQL tag: the
 * types are generated for what the explorer asks.
 */
export const EXAMPLES: readonly string[] = [
  `# Who distanced themselves from the United States, and what each switch that is off would add.
# Try include: [CONDEMNATION], level: ACTOR, or asKnownOn: "2025-11-10".
query Distancing {
  distancing(toward: "us", level: TOP, include: []) {
    sentence
    rows {
      sentence
      who {
        name
      }
      strength
      first {
        earliest
        latest
      }
      acts {
        kind
        subtype
        scope
        stage
        status
        admittedBy
        answered
      }
      continues {
        items {
          scope
          eventCount
        }
      }
      before {
        items {
          scope
          eventCount
        }
      }
      evidence {
        paraphrase
        quote
        source {
          publisher
          title
          url
        }
        relayedFrom {
          publisher
        }
      }
    }
    switches {
      rule
      rows
      acts
    }
    internal {
      sentence
    }
    asKnownOn
  }
}
`,
  `# Who is tied to whom: all events of an ordered pair, aggregated.
query Ties {
  ties(filter: { kinds: [COOPERATION, SUSPENSION, CONDEMNATION] }, level: ACTOR) {
    total
    truncated
    items {
      actor {
        name
      }
      target {
        name
      }
      counts {
        kind
        events
        episodes
      }
      net
      answered
      events(first: 5) {
        nodes {
          sentence
          occurred {
            edtf
          }
          reportedOn
          originCount
        }
      }
    }
  }
}
`,
  `# How Volker Türk is connected to SOUTHCOM: along ties and affiliations, in either direction of each step.
query Paths {
  paths(from: "volker-turk", to: "southcom", maxLength: 4, first: 3) {
    total
    items {
      length
      events
      steps {
        from {
          name
        }
        to {
          name
        }
        ties {
          counts {
            kind
            events
          }
        }
        affiliations {
          type
          role
        }
      }
    }
  }
}
`,
  `# Find an actor by any of its names. Accents, case and punctuation do not matter.
query Search {
  search(text: "turk") {
    matched
    actor {
      id
      name
      kind
      affiliations {
        type
        to {
          name
        }
        role
      }
      top {
        name
      }
    }
  }
}
`,
]
