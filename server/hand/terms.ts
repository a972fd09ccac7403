import type { Terms } from '../ingest/case/terms.ts'

const SAVE = { actor: 'saveActor', source: 'saveSource', event: 'recordEvent' } as const

export const HAND_TERMS: Terms = {
  unknown: (what, near) => {
    const save = `save it in this case first (${SAVE[what]})`
    return near ? `Did you mean ${near}? If not, ${save}.` : `Write the id of one of this case, or ${save}.`
  },
  undated: 'Give one of them a published day first (saveSource).',
  at: ({ file }) => `in ${file}`,
}
