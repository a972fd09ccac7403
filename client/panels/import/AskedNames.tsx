import { useStore } from '@nanostores/react'
import type { ImportNames } from '../../state/import/types.ts'
import { $importAsk, lookAgain } from '../../state/import/job.ts'
import { number } from './words.ts'

const SHOWN = 30

/** Names that may mean several, each with a choice. Until one is made, each is somebody of its own. */
export function AskedNames({ names: { asked } }: { readonly names: ImportNames }) {
  const ask = useStore($importAsk)
  const answers = ask.names ?? {}
  const { open, under } = byOwner(asked.examples)
  const folded = [...under.values()].reduce((sum, many) => sum + many, 0)
  const more = asked.names - Math.min(SHOWN, open.length) - folded
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
      {open.slice(0, SHOWN).map(({ name, uses, candidates }) => (
        <label key={name} className="import-name">
          <span>
            {name}{' '}
            <span className="quiet">
              in {number(uses)} rows{under.has(name) ? `, and ${number(under.get(name) ?? 0)} names of it` : ''}
            </span>
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
      {more > 0 ? <p className="quiet">And {number(more)} more.</p> : null}
    </fieldset>
  )
}

type Asked = ImportNames['asked']['examples'][number]

/** An answer for an owner is one for whatever names it too: "Congo" for "Police (Congo)". So only the owner is asked about. */
function byOwner(asked: readonly Asked[]): {
  readonly open: readonly Asked[]
  readonly under: ReadonlyMap<string, number>
} {
  const names = new Set(asked.map(({ name }) => name))
  const under = new Map<string, number>()
  const open = asked.filter(({ name }) => {
    const [, owner = ''] = /\(([^()]+)\)$/.exec(name) ?? []
    if (!names.has(owner)) return true
    under.set(owner, (under.get(owner) ?? 0) + 1)
    return false
  })
  return { open, under }
}
