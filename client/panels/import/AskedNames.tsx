import { useStore } from '@nanostores/react'
import type { ImportNames } from '../../state/import/types.ts'
import { $importAsk, lookAgain } from '../../state/import/job.ts'
import { number } from './words.ts'

const SHOWN = 30

/** Names that may mean several, each with a choice. Until one is made, each is somebody of its own. */
export function AskedNames({ names: { asked } }: { readonly names: ImportNames }) {
  const ask = useStore($importAsk)
  const answers = ask.names ?? {}
  const open = asked.examples.slice(0, SHOWN)
  const answered = Object.entries(answers)
  if (open.length === 0 && answered.length === 0) return null
  const answer = (name: string, id: string): void => {
    const { [name]: _, ...others } = answers
    void lookAgain({ ...ask, names: id === '' ? others : { ...others, [name]: id } })
  }
  return (
    <fieldset className="import-names">
      <legend>Whom do these names mean?</legend>
      {answered.map(([name, id]) => (
        <div key={name} className="import-name">
          <span>
            {name} <span className="quiet">means {id}</span>
          </span>
          <button type="button" className="button" onClick={() => answer(name, '')}>
            Ask again
          </button>
        </div>
      ))}
      {open.map(({ name, uses, candidates }) => (
        <label key={name} className="import-name">
          <span>
            {name} <span className="quiet">in {number(uses)} rows</span>
          </span>
          <select value="" onChange={({ target }) => answer(name, target.value)}>
            <option value="">Nobody has said it: somebody of its own</option>
            {candidates.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name} ({each.id})
              </option>
            ))}
          </select>
        </label>
      ))}
      {asked.names > open.length ? <p className="quiet">And {number(asked.names - open.length)} more.</p> : null}
    </fieldset>
  )
}
