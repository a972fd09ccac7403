import { sql, type Write } from '../sql.ts'

/** What an import brought counts as written when it is finished. `ids` and `refs` are JSON lists. */

type Touched = { readonly ids: string; readonly version: number }

export const touchCollections: Write<Touched> = {
  name: 'touch-collections',
  text: sql`
    UPDATE collection SET version = @version, created = @version WHERE id IN (SELECT value FROM json_each(@ids))`,
}

export const touchSources: Write<Touched> = {
  name: 'touch-sources',
  text: sql`UPDATE source SET version = @version, created = @version WHERE id IN (SELECT value FROM json_each(@ids))`,
}

export const touchAffiliations: Write<Touched> = {
  name: 'touch-affiliations',
  text: sql`
    UPDATE affiliation SET version = @version, created = @version WHERE id IN (SELECT value FROM json_each(@ids))`,
}

export const touchEntries: Write<{ readonly refs: string; readonly version: number }> = {
  name: 'touch-entries',
  text: sql`
    UPDATE actor_entry SET version = @version, created = @version WHERE ref IN (SELECT value FROM json_each(@refs))`,
}

/** Actors that nobody else had named. `refs`: of entries. */
export const touchActors: Write<{ readonly refs: string; readonly version: number }> = {
  name: 'touch-actors',
  text: sql`
    UPDATE actor SET created = @version
    WHERE ref IN (SELECT actor FROM actor_entry WHERE ref IN (SELECT value FROM json_each(@refs)))
      AND NOT EXISTS (SELECT 1 FROM actor_entry AS other WHERE other.actor = actor.ref AND other.created < @version)`,
}
