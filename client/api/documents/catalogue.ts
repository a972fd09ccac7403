import { graphql } from '../generated/index.ts'

/** Every collection with its places on the canvas, and the questions that were prepared. */
export const CATALOGUE = graphql(/* GraphQL */ `
  query Catalogue {
    collections {
      id
      kind
      title
      headline
      headlineEvent {
        id
        reportedOn
      }
      description
      defaultAsKnownOn
      eventCount
      actorCount
      positions {
        actor {
          id
        }
        x
        y
      }
    }
    questions {
      id
      collection {
        id
      }
      text
      kind
      toward {
        ...ActorName
      }
      by {
        ...ActorName
      }
      dates
    }
  }
`)

/** The least that can be asked. */
export const VERSION = graphql(/* GraphQL */ `
  query Version {
    version
  }
`)

export const RELOAD = graphql(/* GraphQL */ `
  mutation Reload {
    reload {
      version
    }
  }
`)
