import type { ImportPreview } from '../../state/import/types.ts'

const SHOWN = 8
const SHOWN_LEFT = 5

/** The first rows as they would become events, and the first that would be rejected. */
export function FirstRows({ preview: { events, left } }: { readonly preview: ImportPreview }) {
  const rejected = left.filter(({ outcome }) => outcome === 'rejected')
  return (
    <section className="import-rows" aria-label="The first rows">
      {events.length === 0 ? null : (
        <table>
          <caption className="unseen">The first rows as events</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">toward whom</th>
              <th scope="col">Kind</th>
              <th scope="col">Happened</th>
              <th scope="col">As written</th>
            </tr>
          </thead>
          <tbody>
            {events.slice(0, SHOWN).map(({ id, kind, subtype, stage, occurred, coded }) => (
              <tr key={id}>
                <td>{coded?.actorName}</td>
                <td>{coded?.targetName}</td>
                <td>
                  {kind.toLowerCase()}, {subtype.replaceAll('_', ' ')}
                  {stage === 'ACTUAL' ? '' : `, ${stage.toLowerCase()}`}
                </td>
                <td>{occurred}</td>
                <td>{coded?.code}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className="import-reasons">
        {rejected.slice(0, SHOWN_LEFT).map(({ line, column, reason, file }) => (
          <li key={`${file}:${line}`}>
            Rejected, line {line}
            {column === null ? '' : `, column ${column}`}: {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
