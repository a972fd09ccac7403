import { Kind, type DocumentNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { note, notesNow } from './notes.ts'

/** Notes what is asked, and the code of the first error. Stands after what masks errors. */
export function notingOperations(): Plugin {
  return {
    onParams({ params }) {
      const asked: unknown = params.operationName
      if (typeof asked === 'string') note({ operation: asked })
    },
    onValidate({ params }) {
      const name = firstName(params.documentAST as DocumentNode)
      if (notesNow()?.operation === null) note({ operation: name })
    },
    onResultProcess({ result }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors?.[0]) return
      note({ code: String(result.errors[0].extensions['code']) })
    },
  }
}

function firstName({ definitions }: DocumentNode): string | null {
  for (const each of definitions) {
    if (each.kind === Kind.OPERATION_DEFINITION) return each.name?.value ?? null
  }
  return null
}
