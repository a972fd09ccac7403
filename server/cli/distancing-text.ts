import type { ActData, AnswerData, EpisodeData, RowData } from './distancing-answer.ts'

/** The answer for people: its sentence, the rows by number with acts, sources and context, what the switches would add. */
export function distancingText(answer: AnswerData): string {
  return [
    answer.sentence,
    ...answer.rows.map((row, at) => rowText(row, at + 1)),
    ...(answer.truncated ? [`${answer.total} rows in all. The next: --after ${answer.endCursor}`] : []),
    ...(answer.internal.length > 0
      ? [['Inside one top actor, no rows:', ...answer.internal.flatMap((act) => actLines(act, '  '))].join('\n')]
      : []),
    footText(answer),
  ].join('\n\n')
}

function rowText(row: RowData, number: number): string {
  const facts = [
    `strength ${row.strength}`,
    counted(row.originCount, 'origin'),
    ...(row.restored ? [restoredWords(row.restored)] : []),
    ...(row.lag ? [lagWords(row.lag)] : []),
  ]
  return [
    `${number}. ${row.who.name}, from ${row.fromWhom.name}: ${facts.join(', ')}`,
    ...row.acts.flatMap((act) => actLines(act, '   ')),
    ...contextLines('Still', row.continues),
    ...contextLines('Before', row.before),
    ...contextLines('Meanwhile, order not stated', row.meanwhile),
  ].join('\n')
}

function actLines(act: ActData, indent: string): string[] {
  const badges = [...(act.disputed ? ['disputed'] : []), ...(act.answered ? ['answered'] : [])]
  const facts = [
    act.admittedBy,
    act.status,
    ...(act.stage === 'ACTUAL' ? [] : [act.stage]),
    daysOf(act),
    counted(act.originCount, 'origin'),
    ...badges,
    restoredWords(act.restored),
  ]
  return [
    `${indent}${act.sentence}`,
    `${indent}  ${facts.join(' · ')}`,
    `${indent}  Scope: ${act.scope ?? 'not stated'}`,
    ...sourceLines(act).map((line) => `${indent}  ${line}`),
  ]
}

function sourceLines(act: ActData): string[] {
  const lines = act.events.nodes.flatMap(({ evidence }) =>
    evidence.map(({ source, relayedFrom, speaker, quote, paraphrase, stance, about }) => {
      const relayed = relayedFrom ? `, from ${relayedFrom.publisher}` : ''
      const verb = { ASSERTS: '', DENIES: ' denies', NO_COMMENT: ' does not comment on' }[stance]
      const who = speaker ?? (verb === '' ? '' : 'it')
      const says = verb === '' ? who : `${who}${verb} the ${about.toLowerCase()}`
      const words = [...(quote === null ? [] : [`"${quote}"`]), ...(paraphrase === null ? [] : [paraphrase])].join(' ')
      const said = [says, words].filter((part) => part !== '').join(': ')
      const where = source.url === null ? '' : ` <${source.url}>`
      return `Source: ${source.publisher}, ${source.published ?? 'no date'}${relayed}${where}${said === '' ? '' : `. ${said}`}`
    }),
  )
  return [...new Set(lines)]
}

function contextLines(title: string, { items, total }: RowData['continues']): string[] {
  if (total === 0) return []
  const more = total - items.length
  return [
    `   ${title}:`,
    ...items.map((episode) => `     ${episodeWords(episode)}`),
    ...(more > 0 ? [`     and ${more} more`] : []),
  ]
}

function episodeWords(episode: EpisodeData): string {
  const { actor, target, kind, subtype, scope, status } = episode
  const what = `${kind} ${subtype}${scope === null ? '' : `, ${scope}`}`
  return `${actor.name} toward ${target.name}: ${what} · ${status} · ${daysOf(episode)} · ${counted(episode.originCount, 'origin')}`
}

/** The days of one event as they are written, else those of the first and the last. */
function daysOf({ first, last, eventCount, events }: EpisodeData): string {
  const only = events.nodes[0]
  if (eventCount === 1 && only) return only.occurred.edtf
  return `${first.earliest ?? ''}/${last.latest ?? ''} in ${eventCount} events`
}

function restoredWords({ known, on }: { readonly known: boolean; readonly on: string | null }): string {
  if (!known) return 'not known to be restored'
  return on === null ? 'restored' : `restored by ${on}`
}

function lagWords({ min, max }: { readonly min: number; readonly max: number | null }): string {
  if (min === 0 && max === 0) return 'first mover'
  if (max === null) return `at least ${counted(min, 'day')} after the first mover`
  return `${min === max ? min : `${min} to ${max}`} ${max === 1 ? 'day' : 'days'} after the first mover`
}

function footText(answer: AnswerData): string {
  const { since, until, asKnownOn, level, include, switches } = answer
  const window = since === null && until === null ? '' : `, in the window ${since ?? '..'}/${until ?? '..'}`
  return [
    ...switches.map(
      ({ rule, rows, acts }) => `--include ${rule} would add ${counted(rows, 'row')} and ${counted(acts, 'act')}.`,
    ),
    `As known on ${asKnownOn ?? 'no day: nothing is known yet'}, at level ${level}, by ${include.join(', ')}${window}.`,
  ].join('\n')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
