import type { CodegenConfig } from '@graphql-codegen/cli'

const scalars = { Date: 'string', DateTime: 'string', ID: 'string', JSON: 'unknown' }

const config: CodegenConfig = {
  schema: './schema.graphql',
  documents: ['client/**/*.{ts,tsx}', '!client/api/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    './server/graphql/generated/schema.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        scalars,
        strictScalars: true,
        enumsAsTypes: true,
        immutableTypes: true,
        useTypeImports: true,
        enumType: 'string-literal',
        contextType: '../context.ts#RequestContext',
        useIndexSignature: false,
        mappers: {
          Actor: '../models.ts#ActorModel',
          Affiliation: '../models.ts#AffiliationModel',
          Event: '../models.ts#EventModel',
          Evidence: '../models.ts#EvidenceModel',
          Source: '../models.ts#SourceModel',
          Collection: '../models.ts#CollectionModel',
          Tie: '../models.ts#TieModel',
          Episode: '../models.ts#EpisodeModel',
          Act: '../models.ts#ActModel',
          DistancingRow: '../models.ts#DistancingRowModel',
          Question: '../models.ts#QuestionModel',
          DaySpan: '../models.ts#DaySpanModel',
          Occurred: '../models.ts#EventModel',
          Restoration: '../models.ts#RestorationModel',
          DistancingAnswer: '../models.ts#DistancingModel',
          ActorEntry: '../models.ts#ActorEntryModel',
          ActorChange: '../models.ts#ActorChangeModel',
          AffiliationChange: '../models.ts#ChangeModel',
          SourceChange: '../models.ts#ChangeModel',
          EventChange: '../models.ts#ChangeModel',
          AuditEntry: '../models.ts#AuditEntryModel',
          Merge: '../models.ts#MergeModel',
        },
      },
    },
    './client/api/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { scalars, strictScalars: true, documentMode: 'string', enumsAsTypes: true, useTypeImports: true },
    },
  },
}

export default config
