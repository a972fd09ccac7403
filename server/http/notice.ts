import type { Plugin } from 'graphql-yoga'

/** A context that may have something to say beside the answer. */
export interface Noticing {
  /** What goes into `extensions.notice`; null: nothing. Asked when the answer is there. */
  notice(): object | null
}

/** Tells with each answer what its context has to say. */
export function telling(): Plugin<Partial<Noticing>> {
  return {
    onExecute({ args }) {
      const { notice } = args.contextValue
      if (!notice) return
      return {
        onExecuteDone({ result, setResult }) {
          const found = notice()
          if (found === null || !('data' in result || 'errors' in result)) return
          setResult({ ...result, extensions: { ...result.extensions, notice: found } })
        },
      }
    },
  }
}
