import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $catalogue, $collection } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import { withCollection } from '../../state/view/steps.ts'
import { Account } from './Account.tsx'
import { SearchBox } from '../ask/SearchBox.tsx'

export function TopBar() {
  const collections = latest(useStore($catalogue))?.collections ?? []
  const collection = useStore($collection)
  return (
    <header className="top-bar">
      <span className="name">Entente</span>
      {collections.length > 1 ? (
        <label className="collection">
          Collection{' '}
          <select
            value={collection?.id ?? ''}
            onChange={({ target }) => change((view) => withCollection(view, target.value))}
          >
            {collection ? null : <option value="">not chosen</option>}
            {collections.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p className="collection">
          {collection?.kind === 'DATA_SET' ? 'Data set' : 'Case'} <strong>{collection?.title}</strong>
        </p>
      )}
      <SearchBox />
      <Account />
    </header>
  )
}
