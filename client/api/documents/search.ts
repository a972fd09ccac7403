import { graphql } from '../generated/index.ts'

/** Actors for up to four texts at once; a blank text finds nobody. Each with how many ties it has under the filter. */
export const ASK_SEARCH = graphql(/* GraphQL */ `
  query AskSearch($a: String!, $b: String!, $c: String!, $d: String!, $filter: EventFilter!) {
    a: search(text: $a, first: 6) {
      ...AskMatch
    }
    b: search(text: $b, first: 6) {
      ...AskMatch
    }
    c: search(text: $c, first: 6) {
      ...AskMatch
    }
    d: search(text: $d, first: 6) {
      ...AskMatch
    }
  }
`)

export const ASK_MATCH = graphql(/* GraphQL */ `
  fragment AskMatch on ActorMatch {
    actor {
      ...ActorName
      ties(filter: $filter, first: 1) {
        total
      }
    }
    matched
  }
`)

/** How many rows up to four questions of who distanced themselves would have; a scope is held against those of their acts. */
export const COUNT_ROWS = graphql(/* GraphQL */ `
  query CountRows(
    $level: Level!
    $asKnownOn: Date
    $collections: [ID!]!
    $since: Date
    $until: Date
    $scopes: Boolean!
    $toward0: ID
    $toward1: ID
    $toward2: ID
    $toward3: ID
    $with1: Boolean!
    $with2: Boolean!
    $with3: Boolean!
  ) {
    n0: distancing(
      toward: $toward0
      level: $level
      asKnownOn: $asKnownOn
      collections: $collections
      since: $since
      until: $until
    ) {
      ...CountedRows
    }
    n1: distancing(
      toward: $toward1
      level: $level
      asKnownOn: $asKnownOn
      collections: $collections
      since: $since
      until: $until
    ) @include(if: $with1) {
      ...CountedRows
    }
    n2: distancing(
      toward: $toward2
      level: $level
      asKnownOn: $asKnownOn
      collections: $collections
      since: $since
      until: $until
    ) @include(if: $with2) {
      ...CountedRows
    }
    n3: distancing(
      toward: $toward3
      level: $level
      asKnownOn: $asKnownOn
      collections: $collections
      since: $since
      until: $until
    ) @include(if: $with3) {
      ...CountedRows
    }
  }
`)

export const COUNTED_ROWS = graphql(/* GraphQL */ `
  fragment CountedRows on DistancingAnswer {
    total
    rows @include(if: $scopes) {
      acts {
        scope
      }
    }
  }
`)

/** How many events up to four filters let through. */
export const COUNT_EVENTS = graphql(/* GraphQL */ `
  query CountEvents(
    $f0: EventFilter!
    $f1: EventFilter!
    $f2: EventFilter!
    $f3: EventFilter!
    $with1: Boolean!
    $with2: Boolean!
    $with3: Boolean!
  ) {
    n0: events(filter: $f0, first: 1) {
      total
    }
    n1: events(filter: $f1, first: 1) @include(if: $with1) {
      total
    }
    n2: events(filter: $f2, first: 1) @include(if: $with2) {
      total
    }
    n3: events(filter: $f3, first: 1) @include(if: $with3) {
      total
    }
  }
`)

/** How many ways lead from up to four actors to as many others. */
export const COUNT_WAYS = graphql(/* GraphQL */ `
  query CountWays(
    $from0: ID!
    $from1: ID!
    $from2: ID!
    $from3: ID!
    $to0: ID!
    $to1: ID!
    $to2: ID!
    $to3: ID!
    $filter: EventFilter!
    $with1: Boolean!
    $with2: Boolean!
    $with3: Boolean!
  ) {
    n0: paths(from: $from0, to: $to0, filter: $filter, first: 1) {
      total
    }
    n1: paths(from: $from1, to: $to1, filter: $filter, first: 1) @include(if: $with1) {
      total
    }
    n2: paths(from: $from2, to: $to2, filter: $filter, first: 1) @include(if: $with2) {
      total
    }
    n3: paths(from: $from3, to: $to3, filter: $filter, first: 1) @include(if: $with3) {
      total
    }
  }
`)
