import { useStore } from '@nanostores/react'
import { ChevronDown } from 'lucide-react'
import { change } from '../../state/actions.ts'
import { $catalogue, $collection } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import type { Collection } from '../../state/types.ts'
import { withCollection } from '../../state/view/steps.ts'
import { MenuButton } from '../parts/MenuButton.tsx'

/** Which case or data set is shown, and a menu of the others. */
export function CasePicker() {
  const collections = latest(useStore($catalogue))?.collections ?? []
  const collection = useStore($collection)
  if (collections.length === 0) return null
  return (
    <MenuButton
      className="case-picker"
      label={collection ? `${kindWords(collection)} ${collection.title}` : 'No collection is chosen'}
      chosen={collection?.id ?? null}
      choices={collections.map((each) => ({ value: each.id, words: each.title, note: kindWords(each).toLowerCase() }))}
      onChoose={(id) => change((view) => withCollection(view, id))}
    >
      <span>{collection ? kindWords(collection) : 'Case'}</span> <strong>{collection?.title ?? 'not chosen'}</strong>
      <ChevronDown size={15} aria-hidden />
    </MenuButton>
  )
}

function kindWords({ kind }: Pick<Collection, 'kind'>): string {
  return kind === 'DATA_SET' ? 'Data set' : 'Case'
}
