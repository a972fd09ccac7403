import { GraphQLError, parse, validate, type DocumentNode, type ParseOptions, type Source } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { costError, limitError, MOST_CHARACTERS, MOST_ERRORS, MOST_TOKENS } from './document-limits.ts'

/**
 * Refuses documents that are too large before anything walks through them: by characters and tokens while they are read, by their
 * shape before they are validated, whose rules are slow with documents that are made for it.
 */
export function limitingDocuments({ introspection }: { readonly introspection: boolean }): Plugin {
  const known = new WeakMap<DocumentNode, GraphQLError | 'right'>()
  return {
    onParse({ setParseFn }) {
      setParseFn(parseWithin)
    },
    onValidate({ params, setResult, setValidationFn }) {
      const document = params.documentAST
      const found = known.get(document) ?? limitError(document) ?? 'right'
      known.set(document, found)
      if (found !== 'right') return setResult([found])
      setValidationFn((schema, ast, rules) =>
        validate(schema, ast, rules, { maxErrors: MOST_ERRORS, hideSuggestions: !introspection }),
      )
    },
  }
}

/** @throws GraphQLError */
function parseWithin(source: string | Source, options?: ParseOptions): DocumentNode {
  const { length } = typeof source === 'string' ? source : source.body
  if (length > MOST_CHARACTERS) {
    const says = `The document has ${length} characters; at most ${MOST_CHARACTERS} are read. Give long values as variables.`
    throw costError(says, length, MOST_CHARACTERS)
  }
  try {
    return parse(source, { ...options, maxTokens: MOST_TOKENS })
  } catch (error) {
    // The parser calls itself for each bracket.
    if (error instanceof RangeError) throw costError(TOO_NESTED, length, length - 1)
    if (!(error instanceof GraphQLError) || !error.message.includes(TOO_MANY)) throw error
    const says = `The document has more than ${MOST_TOKENS} words and signs. Give values as variables, and ask in several queries.`
    throw costError(says, MOST_TOKENS + 1, MOST_TOKENS)
  }
}

/** How graphql-js says that there are more tokens; it has no other sign. */
const TOO_MANY = `Document contains more that ${MOST_TOKENS} tokens`
const TOO_NESTED =
  'The document has too many brackets inside brackets. Give values as variables, and ask in several queries.'
