import { SUBTYPES } from '../../domain/subtypes.ts'
import { EVENT_KINDS } from '../../domain/words.ts'
import { codeOfName } from '../meaning/cameo-table.ts'
import { readAct } from './act-words.ts'
import { PRESETS } from './presets.ts'
import { actKey } from './act-lookup.ts'

/** Parts of words that mostly tell what was done. The first that fits wins; nothing is taken from it unseen. */
const STEMS: readonly (readonly [stem: RegExp, act: string])[] = [
  [/threat.*(sanction|embargo|boycott|ban)/, 'SUSPENSION sanctions THREATENED'],
  [/threat|warn|ultimatum/, 'PRESSURE threat'],
  [/(suspend|cut|freeze|halt|stop|end).*(aid|assistance)/, 'SUSPENSION aid'],
  [/(suspend|cut|freeze|halt|stop|end).*intelligence/, 'SUSPENSION intelligence'],
  [/(suspend|break|cut|recall|sever|downgrade).*(relation|diplomat|ambassador|tie)/, 'SUSPENSION diplomatic'],
  [/sanction|embargo|boycott/, 'SUSPENSION sanctions'],
  [/withdraw/, 'SUSPENSION withdrawal'],
  [/veto/, 'SUSPENSION veto'],
  [/suspen|halt|freeze|cut off|break off/, 'SUSPENSION general'],
  [/refus|reject|declin/, 'SUSPENSION refusal'],
  [/condemn|denounc|criti|disapprov|deplor/, 'CONDEMNATION criticism'],
  [/accus|alleg|blame/, 'CONDEMNATION accusation'],
  [/complain|protest note/, 'CONDEMNATION complaint'],
  [/sue|lawsuit|indict/, 'CONDEMNATION legal'],
  [/protest|demonstrat|rally|strike action/, 'PRESSURE protest'],
  [/demand|insist/, 'PRESSURE demand'],
  [/arrest|detain|imprison/, 'COERCION arrest'],
  [/expel|deport/, 'COERCION expulsion'],
  [/mobili[sz]|deploy|exercise|posture/, 'COERCION force_posture'],
  [/seiz|confiscat|loot/, 'COERCION seizure'],
  [/blockade|coerc|occupy/, 'COERCION coercion'],
  [/bomb|missile|shell|air ?strike|drone|explosion/, 'VIOLENCE strike'],
  [/battle|fight|clash|armed/, 'VIOLENCE fighting'],
  [/massacre|ethnic cleansing|mass kill|genocide/, 'VIOLENCE mass_violence'],
  [/attack|assault|kill|assassin|abduct|torture|violen|rape/, 'VIOLENCE assault'],
  [/intelligence|information sharing/, 'COOPERATION intelligence'],
  [/joint|together/, 'COOPERATION joint_operation'],
  [/alliance|defen[cs]e pact/, 'COOPERATION alliance'],
  [/treaty|agreement|accord|sign|agree/, 'COOPERATION agreement'],
  [/aid|assist|donat|humanitarian|relief/, 'COOPERATION aid'],
  [/mediat/, 'COOPERATION mediation'],
  [/negotiat|talks/, 'COOPERATION negotiation'],
  [/visit|meet|\bmet\b|consult|summit|discuss|call/, 'COOPERATION contact'],
  [/prais|endors|congratul|apolog/, 'COOPERATION praise'],
  [/recogni[sz]/, 'COOPERATION recognition'],
  [/cooperat|trade|support|partner/, 'COOPERATION support'],
  [/investigat|inquir/, 'NEUTRAL investigation'],
  [/request|appeal|urge|ask/, 'NEUTRAL appeal'],
  [/statement|say|comment|announce/, 'NEUTRAL statement'],
]

/** What a table's word for an act probably means; null: nothing tells. */
export function guessAct(written: string): string | null {
  const text = written.replaceAll(/[_-]+/g, ' ').trim()
  const read = readAct(text)
  if (read !== null && !('wrong' in read))
    return [read.kind, read.subtype, read.stage].filter((word) => word !== null).join(' ')
  const cameo = codeOfName(text, 'ICEWS') ?? codeOfName(text, 'GDELT')
  if (cameo) return `${cameo.kind} ${cameo.subtype}${cameo.stage === 'ACTUAL' ? '' : ` ${cameo.stage}`}`
  for (const { mapping } of PRESETS) {
    const known = Object.entries(mapping.acts ?? {}).find(([word]) => actKey(word) === actKey(text))
    if (known) return known[1]
  }
  return subtypeNamed(text) ?? STEMS.find(([stem]) => stem.test(text.toLowerCase()))?.[1] ?? null
}

/** A subtype of one kind only. */
function subtypeNamed(text: string): string | null {
  const name = text.toLowerCase().replaceAll(' ', '_')
  const kinds = EVENT_KINDS.filter((kind) => Object.hasOwn(SUBTYPES[kind], name))
  return kinds.length === 1 ? `${kinds[0] ?? ''} ${name}` : null
}
