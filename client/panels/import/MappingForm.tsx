import { useStore } from '@nanostores/react'
import { useState } from 'react'
import type { ImportMapping, ImportSuggestion } from '../../state/import/types.ts'
import { $importAsk, $importBusy, lookAgain } from '../../state/import/job.ts'
import { withAct, withColumn, withDates } from '../../state/import/mapping.ts'
import { saveFile } from '../export/save.ts'

const LEAVE_OUT = 'leave out'

/** Which column of a table is what, changed by choosing. What was chosen is looked at when it is applied. */
export function MappingForm({
  suggestion,
  isOpen,
}: {
  readonly suggestion: ImportSuggestion
  readonly isOpen: boolean
}) {
  const [mapping, setMapping] = useState<ImportMapping>(suggestion.mapping)
  const ask = useStore($importAsk)
  const busy = useStore($importBusy)
  const { columns, fields, dates, words, acts, yaml } = suggestion
  const chosen = fields.filter(({ field, needed }) => needed || field in mapping.columns)
  const others = fields.filter((each) => !chosen.includes(each))
  return (
    <details className="import-mapping" open={isOpen}>
      <summary>Which column is what</summary>
      <div className="import-fields">
        {chosen.map(({ field, title, says, needed }) => (
          <label key={field}>
            <span>
              {title} <span className="quiet">{says}</span>
            </span>
            <select
              value={mapping.columns[field] ?? ''}
              aria-label={title}
              onChange={({ target }) => setMapping(withColumn(mapping, field, target.value || null))}
            >
              <option value="">{needed ? 'choose a column' : 'no column'}</option>
              {columns.map(({ name, examples }) => (
                <option key={name} value={name}>
                  {examples[0] === undefined ? name : `${name}: ${examples[0]}`}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          <span>Another field</span>
          <select
            value=""
            onChange={({ target }) => setMapping(withColumn(mapping, target.value, columns[0]?.name ?? null))}
          >
            <option value="">choose a field</option>
            {others.map(({ field, title }) => (
              <option key={field} value={field}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Days are written</span>
          <select
            value={mapping.dates ?? ''}
            onChange={({ target }) => setMapping(withDates(mapping, target.value || null))}
          >
            <option value="">as the rows show</option>
            {dates.map(({ form, says, example }) => (
              <option key={form} value={form}>
                {says}, such as {example}
              </option>
            ))}
          </select>
        </label>
      </div>
      {acts.length === 0 || !mapping.columns['act'] ? null : (
        <fieldset className="import-names">
          <legend>What do the words of the table mean?</legend>
          {acts.map(({ written, rows }) => (
            <label key={written} className="import-name">
              <span>
                {written} <span className="quiet">{rows > 0 ? `in ${rows} of the first rows` : ''}</span>
              </span>
              <select
                value={mapping.acts?.[written] ?? ''}
                onChange={({ target }) => setMapping(withAct(mapping, written, target.value || null))}
              >
                <option value="">nobody has said it: such rows are rejected</option>
                <option value={LEAVE_OUT}>leave such rows out</option>
                {[...new Set([mapping.acts?.[written] ?? LEAVE_OUT, ...words])]
                  .filter((word) => word !== LEAVE_OUT)
                  .map((word) => (
                    <option key={word} value={word}>
                      {word.toLowerCase().replaceAll('_', ' ')}
                    </option>
                  ))}
              </select>
            </label>
          ))}
        </fieldset>
      )}
      <div className="import-buttons">
        <button
          type="button"
          className="button"
          onClick={() => saveFile('mapping.yaml', new Blob([yaml], { type: 'application/yaml' }))}
        >
          Save the mapping as it was looked at
        </button>
        <button
          type="button"
          className="button strong"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void lookAgain({ ...ask, mapping })
          }}
        >
          Look at the rows
        </button>
      </div>
    </details>
  )
}
