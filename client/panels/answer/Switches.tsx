import { Lock } from 'lucide-react'
import { change } from '../../state/actions.ts'
import type { Answer, AnswerSwitch } from '../../state/answers/answer.ts'
import { withSwitch } from '../../state/view/steps.ts'
import { count, dayWords } from '../../state/words/dates.ts'
import { SWITCH_WORDS } from '../../state/words/words.ts'

/** What counts, with what each switch would add before it is used; under which day, and on how many origins it all rests. */
export function Switches({ answer }: { readonly answer: Answer }) {
  const { switches, strict, asKnownOn, rests } = answer
  return (
    <div className="counted">
      {switches.length > 0 ? (
        <fieldset className="switches">
          <legend className="unseen">Counts as distancing</legend>
          <span aria-hidden="true">Counts as distancing:</span>
          <span className="pill on locked" title="Suspensions that are done always count.">
            <Lock size={13} aria-hidden="true" />
            Suspensions, done <span className="quiet">{strict}</span>
            <span className="unseen">{strict === 1 ? 'row' : 'rows'}, always counted</span>
          </span>
          {switches.map((each) => (
            <SwitchPill key={each.rule} of={each} />
          ))}
        </fieldset>
      ) : null}
      <p className="facts">
        {asKnownOn ? (
          <span>
            As known on <strong>{dayWords(asKnownOn)}</strong>
          </span>
        ) : null}
        {rests ? (
          <span>
            {asKnownOn ? '· ' : ''}
            <Rests words={rests} />
          </span>
        ) : null}
      </p>
    </div>
  )
}

function SwitchPill({ of: { rule, on, adds, admits } }: { readonly of: AnswerSwitch }) {
  return (
    <label className={on ? 'pill on' : 'pill'} data-switch={rule}>
      <input
        type="checkbox"
        checked={on}
        onChange={({ target }) => change((view) => withSwitch(view, rule, target.checked))}
      />
      {SWITCH_WORDS[rule]}{' '}
      <span className="quiet" aria-hidden="true">
        {adds ? addsMark(adds) : admits}
      </span>
      <span className="unseen">{adds ? `would add ${addsWords(adds)}` : count(admits, 'row')}</span>
    </label>
  )
}

/** `+3`, and where acts join rows that are there `+2 · 3 acts` */
function addsMark({ rows, acts }: { readonly rows: number; readonly acts: number }): string {
  return rows === acts ? `+${rows}` : `+${rows} · ${count(acts, 'act')}`
}

function addsWords({ rows, acts }: { readonly rows: number; readonly acts: number }): string {
  return acts === 0 ? 'nothing' : `${count(rows, 'row')}, ${count(acts, 'act')}`
}

/** The weight of the sentence is on its last words. */
function Rests({ words }: { readonly words: string }) {
  const [before, last] = words.split(' rests on ')
  if (last === undefined) return words
  return (
    <>
      {before} rests on <strong>{last}</strong>
    </>
  )
}
