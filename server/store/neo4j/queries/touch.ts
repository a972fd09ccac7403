import { cypher, type Ids, type Write } from '../cypher.ts'

/** What an import brought counts as written when it is finished. */

type Touched = Ids & { readonly version: number }

export const touchCollections: Write<Touched> = {
  name: 'set-collections-touched',
  text: cypher`MATCH (c:Collection) WHERE c.id IN $ids SET c.version = $version, c.created = $version`,
}

export const touchSources: Write<Touched> = {
  name: 'set-sources-touched',
  text: cypher`MATCH (s:Source) WHERE s.id IN $ids SET s.version = $version, s.created = $version`,
}

export const touchAffiliations: Write<Touched> = {
  name: 'set-affiliations-touched',
  text: cypher`
    CALL () {
      MATCH ()-[e:PART_OF]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:REPRESENTS]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:LEADS]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:MEMBER_OF]->() WHERE e.id IN $ids RETURN e
      UNION ALL MATCH ()-[e:BASED_IN]->() WHERE e.id IN $ids RETURN e
    }
    SET e.version = $version, e.created = $version`,
}

/** `ids`: actors with an entry of the collection. Those that nobody had named before are the newest too. */
export const touchEntries: Write<Touched & { readonly collection: string }> = {
  name: 'set-entries-touched',
  text: cypher`
    UNWIND $ids AS id
    MATCH (a:Actor {id: id})<-[n:NAMES]-(c:Collection) WHERE c.id = $collection
    SET n.version = $version, n.created = $version
    WITH a WHERE NOT EXISTS { (a)<-[other:NAMES]-() WHERE coalesce(other.created, 0) < $version }
    SET a.created = $version`,
}
