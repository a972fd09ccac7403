import { parseDay } from '../../../server/domain/days.ts'
import { createNames } from '../../../server/ingest/names/create-names.ts'
import type { KnownActor, Resolved } from '../../../server/ingest/names/names.ts'
import type { Surface, SurfaceCode } from '../../../server/ingest/rows/row.ts'

const names = createNames()

export function surface(name: string, change: Partial<Surface> = {}): Surface {
  return { name, country: null, code: null, sectors: [], ...change }
}

/** Who a name means alone. */
export function who(name: string, change: Partial<Surface> = {}, day = '2018-09-01'): Resolved {
  return names.resolve(surface(name, change), parseDay(day) ?? 0)
}

/** Who a name with a code means. */
export function coded(name: string, text: string, system: SurfaceCode['system'] = 'CAMEO', day?: string): Resolved {
  return who(name, { code: { system, text } }, day)
}

/** `known us-military PART_OF us`: all that a test asks of an answer. */
export function told({ how, actor }: Resolved): string {
  return [how, actor.id, ...actor.affiliations.map(({ type, to }) => `${type} ${to.id}`)].join(' ')
}

/** Every way up from an actor, from one whom he belongs to to the next; he stands first in each. */
export function chains(actor: KnownActor): readonly (readonly KnownActor[])[] {
  if (actor.affiliations.length === 0) return [[actor]]
  return actor.affiliations.flatMap(({ to }) => chains(to).map((rest) => [actor, ...rest]))
}
