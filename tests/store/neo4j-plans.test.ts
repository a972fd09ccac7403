import { describe, expect, test } from 'vitest'
import type { Plan, ProfiledPlan } from 'neo4j-driver'
import { openNeo4jStore } from '../../server/store/neo4j/neo4j-store.ts'
import { QUERIES } from '../../server/store/neo4j/queries/index.ts'
import { neo4jForTests } from '../support/neo4j.ts'
import { toBatch } from '../support/records.ts'
import { everything } from './everything.ts'

/** Statements that read all of a kind because that is what they are for, with the operators that do it. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  collections: ['NodeByLabelScan'],
  held: ['NodeByLabelScan'],
  imports: ['NodeByLabelScan'],
  'insert-import': ['NodeByLabelScan'],
  merges: ['NodeByLabelScan'],
  removed: ['NodeByLabelScan'],
  'removed-keys': ['NodeByLabelScan'],
  sources: ['NodeByLabelScan'],
  actors: ['NodeByLabelScan', 'DirectedRelationshipTypeScan'],
  affiliations: ['DirectedRelationshipTypeScan'],
  'event-columns': ['DirectedRelationshipTypeScan'],
  events: ['DirectedRelationshipTypeScan'],
  evidence: ['NodeByLabelScan', 'DirectedRelationshipTypeScan'],
  statuses: ['NodeByLabelScan', 'DirectedRelationshipTypeScan'],
  links: ['NodeByLabelScan'],
}
const SCAN = /Scan$/
/** By an index, of a beginning or range; and the count of all nodes, which reads none. */
const HARMLESS = /IndexScan$|FromCountStore$/
/** What finds one row at most. */
const ONE_ROW = /UniqueIndexSeek|FromCountStore/
/** Writes may first read all that they are about to change. */
const WRITES = /^(write|create|insert|delete|clear|link|attach|sweep|update|show|forget|raise|take|set)-/

const server = await neo4jForTests('neo4j-plans.test.ts')

describe.skipIf(server === null)('the statements of the Neo4j store', async () => {
  if (server === null) return
  const store = await openNeo4jStore(server.target)
  // Plans follow what is there.
  await store.apply(toBatch(everything('all')))
  await store.close()

  test('have each a name of its own', () => {
    expect(new Set(QUERIES.map(({ name }) => name)).size).toBe(QUERIES.length)
    expect(QUERIES.length).toBeGreaterThan(50)
  })

  test.each(QUERIES.map(({ name, text }) => [name, text] as const))('%s', async (name, text) => {
    const found = await planOf(text)
    const scans = found.filter(({ operator }) => SCAN.test(operator) && !HARMLESS.test(operator))
    expect(scans.map(({ operator }) => operator).filter((each) => !WHOLE[name]?.includes(each))).toEqual([])
    // One times one: a unique id on either side, or the count that tells whether a database is empty.
    const products = found.filter(({ operator }) => operator === 'CartesianProduct')
    expect(products.filter(({ leaves }) => leaves.some((leaf) => !ONE_ROW.test(leaf)))).toEqual([])
    if (!WRITES.test(name)) expect(found.map(({ operator }) => operator)).not.toContain('Eager')
  })

  test('would be seen if they read everything', async () => {
    const operators = async (text: string) => (await planOf(text)).map(({ operator }) => operator)
    expect(await operators('MATCH (n) WHERE n.id = $id RETURN n')).toContain('AllNodesScan')
    expect(await operators('MATCH (a:Actor), (s:Source) RETURN a.id, s.id')).toContain('CartesianProduct')
    expect(await operators('MATCH (a:Actor) WHERE a.name = $name RETURN a.id')).toContain('NodeByLabelScan')
  })

  interface Step {
    readonly operator: string
    readonly leaves: readonly string[]
  }

  async function planOf(text: string): Promise<Step[]> {
    const { summary } = await server!.driver.executeQuery(`EXPLAIN ${text}`)
    return summary.plan === false ? [] : steps(summary.plan)
  }

  function steps(plan: Plan | ProfiledPlan): Step[] {
    const below = plan.children.flatMap(steps)
    const operator = plan.operatorType.replace(/@.*/, '')
    const leaves = plan.children.length === 0 ? [operator] : plan.children.flatMap(leavesOf)
    return [{ operator, leaves }, ...below]
  }

  function leavesOf(plan: Plan): string[] {
    if (plan.children.length === 0) return [plan.operatorType.replace(/@.*/, '')]
    return plan.children.flatMap(leavesOf)
  }
})
