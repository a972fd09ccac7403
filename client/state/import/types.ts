/** What the panels of importing read. */
export type {
  ImportCounts,
  ImportJob,
  ImportMapping,
  ImportNames,
  ImportPreview,
  ImportProgress,
  ImportSuggestion,
  PastImport,
} from '../../api/imports.ts'
