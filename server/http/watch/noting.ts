import { Kind, type DocumentNode } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Principal } from '../../graphql/principal.ts'
import { note } from './notes.ts'

/** Notes who asks what, and the code of the first error. Stands after what masks errors. */
export function notingOperations(): Plugin<object, { readonly principal: Principal }> {
  return {
    onParams({ params }) {
      const asked: unknown = params.operationName
      if (typeof asked === 'string') note({ operation: asked })
    },
    onExecute({ args }) {
      note({ operation: args.operationName ?? firstName(args.document as DocumentNode) })
    },
    onResultProcess({ result, serverContext }) {
      note({ principal: serverContext.principal.name })
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
