import { graphql } from '../generated/index.ts'

/** All events of a collection, whatever the window and the day: what the time axis is made for. */
export const TIME = graphql(/* GraphQL */ `
  query Time($filter: EventFilter!) {
    events(filter: $filter, first: 500) {
      nodes {
        ...EventRow
      }
      total
    }
  }
`)

/** How many events began when, where there are too many to draw each. */
export const TIME_BARS = graphql(/* GraphQL */ `
  query TimeBars($filter: EventFilter!, $bucket: Bucket!) {
    timeline(filter: $filter, bucket: $bucket) {
      buckets {
        start
        end
        counts {
          kind
          events
        }
      }
      withoutStart
      total
    }
  }
`)
