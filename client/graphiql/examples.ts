/**
 * Operations that work on the seeded case, one a tab. The name of the operation is the name of the tab. They carry no GraphQL tag: the
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
  `# Who suspended what toward whom: Cypher of your own, reading only.
# On Neo4j, where the server runs with ENTENTE_CYPHER=on. The edges are what Neo4j Browser shows too.
query Suspended {
  cypher(
    query: """
    MATCH (a:Actor)-[e:SUSPENSION]->(b:Actor)
    RETURN a.name AS who, e.subtype AS act, e.scope AS what, b.name AS towardWhom, e.stage AS stage, e.occurred AS occurred
    ORDER BY who
    """
  ) {
    columns
    rows
    truncated
  }
}
`,
  `# From an act to its evidence, to the source that it stands in, and to the one that this takes it from.
# Give another event in $event: "<collection>/<id>".
query Provenance {
  cypher(
    query: """
    MATCH (a:Actor)-[:DID]->(n:Event {id: $event})-[:TOWARD]->(b:Actor)
    MATCH (n)<-[:ABOUT]-(v:Evidence)-[:FROM]->(s:Source)
    OPTIONAL MATCH (v)-[:RELAYED_FROM]->(r:Source)
    RETURN a.name AS who, b.name AS towardWhom, v.stance AS stance, v.speaker AS speaker,
      coalesce(v.quote, v.paraphrase) AS says, s.publisher AS standsIn, r.publisher AS takenFrom
    ORDER BY v.n
    """
    parameters: { event: "caribbean-strikes-2025/uk-suspends-intelligence" }
  ) {
    columns
    rows
  }
}
`,
  `# Pairs of which one cooperates with the other and has suspended something too, each in a scope of its own.
query BothAtOnce {
  cypher(
    query: """
    MATCH (a:Actor)-[c:COOPERATION]->(b:Actor), (a)-[s:SUSPENSION]->(b)
    RETURN a.name AS who, b.name AS withWhom, c.scope AS goesOn, s.scope AS suspended, s.occurred AS occurred
    ORDER BY who, withWhom
    """
  ) {
    columns
    rows
  }
}
`,
  `# Records an act by hand, with its evidence. This writes: each press of the button records one more.
# Take it back with: mutation { undo(change: "<change>") { records version } }
mutation RecordEvent {
  recordEvent(
    event: {
      collection: "caribbean-strikes-2025"
      actor: "pentagon-leadership"
      target: "legal-experts"
      kind: NEUTRAL
      subtype: "statement"
      scope: "the lawfulness of the operations"
      occurred: "[2025-09-01..2025-11-11]"
      summary: "The Pentagon is reported to say that all operations are lawful."
      evidence: [
        {
          source: "caribbean-strikes-2025/realist-english"
          speaker: "the Pentagon"
          paraphrase: "All operations are lawful."
        }
      ]
    }
  ) {
    id
    version
    change
    event {
      sentence
      reportedOn
    }
  }
}
`,
  `# What was changed, by whom and when, newest first. A load of files is one entry; a change by hand names its records.
query AuditLog {
  auditLog(first: 10) {
    total
    nodes {
      at
      by
      who
      action
      reason
      record
      before
      after
      version
      change
    }
  }
}
`,
]
