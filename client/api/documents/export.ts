import { graphql } from '../generated/index.ts'

/** Every event of a filter with its evidence: what stands under a picture that is taken out of the page. */
export const EXPORT_SOURCES = graphql(/* GraphQL */ `
  query ExportSources($filter: EventFilter!) {
    events(filter: $filter, first: 500) {
      nodes {
        id
        evidence {
          ...EvidenceCard
        }
      }
      total
    }
  }
`)
