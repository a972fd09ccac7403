import { ID_PATTERN, LONGEST_ID } from '../case/ids.ts'
import { ImportRefusedError } from './errors.ts'
import type { Opened } from './parse-messages.ts'
import type { ImportSettings } from './settings.ts'

const WHOLE_ID = new RegExp(ID_PATTERN, 'u')

/** The collection that files go into, with the title that it gets where it is new. @throws ImportRefusedError */
export function collectionOf(
  opened: Pick<Opened, 'collection'>,
  { into, title }: ImportSettings,
): { readonly id: string; readonly title: string } {
  const { collection } = opened
  if (into === undefined) return { id: collection.id, title: title ?? collection.title }
  if (into.length > LONGEST_ID || !WHOLE_ID.test(into)) {
    throw new ImportRefusedError(
      `"${into.slice(0, LONGEST_ID)}" is no id of a collection: at most ${LONGEST_ID} lower-case letters, digits and hyphens, such as ${collection.id}.`,
    )
  }
  return { id: into, title: title ?? collection.title }
}
