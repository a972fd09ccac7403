import { existsSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { NEO4J_VERSIONS } from '../../../scripts/neo4j/versions.ts'
import { ROOT } from '../../../scripts/stale.ts'
import { settingsOfServe, textOf } from './settings.ts'

const SETTINGS = new Set([...settingsOfServe(), 'NODE_ENV'])
const GRACE_SECONDS = 10

describe('deploy/Dockerfile', () => {
  const text = textOf('deploy/Dockerfile')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const [, stage] = text.split(/^FROM .*-slim$/m)

  test('takes the version of Node that package.json brings along', () => {
    const { devDependencies } = JSON.parse(textOf('package.json')) as { devDependencies: Record<string, string> }
    expect(text).toContain(`ARG NODE_VERSION=${devDependencies['node']}\n`)
    expect(lines.filter((line) => line.startsWith('FROM'))).toEqual([
      'FROM node:${NODE_VERSION}-slim AS build',
      'FROM node:${NODE_VERSION}-slim',
    ])
  })

  test('copies only what is there, and what the build is given', () => {
    const sources = lines
      .filter((line) => line.startsWith('COPY'))
      .flatMap((line) =>
        line
          .split(' ')
          .filter((word) => !word.startsWith('--'))
          .slice(1, -1),
      )
      .map((source) => source.replace('/app/', ''))
      .filter((source) => !['.', 'node_modules', 'dist'].includes(source))
    expect(sources.length).toBeGreaterThan(7)
    const admitted = textOf('deploy/Dockerfile.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1))
    for (const source of sources) {
      expect(existsSync(join(ROOT, source)), source).toBe(true)
      expect(
        admitted.some((pattern) => matchesGlob(source, pattern)),
        source,
      ).toBe(true)
    }
    for (const pattern of admitted) expect(existsSync(join(ROOT, pattern.replace('*', ''))), pattern).toBe(true)
  })

  test('sets only what is a setting', () => {
    const set = lines.filter((line) => line.startsWith('ENV')).flatMap((line) => line.split(' ').slice(1))
    expect(set.length).toBeGreaterThan(0)
    for (const each of set) expect(SETTINGS).toContain(each.split('=')[0])
  })

  test('runs as nobody special, in a form that signals reach', () => {
    expect(stage).toMatch(/\nUSER 1000:1000\n/)
    expect(stage).toMatch(/\nHEALTHCHECK .* CMD \["node", "deploy\/health\.mjs"\]\n/)
    expect(stage).toMatch(/\nENTRYPOINT \["node", "bin\/entente\.mjs"\]\n/)
    expect(text).not.toMatch(/curl|wget|apt-get|sudo/)
  })
})

interface Service {
  readonly [key: string]: unknown
  readonly environment: Readonly<Record<string, string>>
  readonly volumes: readonly string[]
  readonly networks: readonly string[]
}

describe('deploy/compose.yaml', () => {
  const compose = parse(textOf('deploy/compose.yaml')) as {
    services: { entente: Service; neo4j: Service }
    networks: object
    volumes: object
  }
  const { entente, neo4j } = compose.services

  test('builds from the checkout, with settings that exist', () => {
    const { context, dockerfile } = entente['build'] as { context: string; dockerfile: string }
    expect(existsSync(join(ROOT, 'deploy', context, dockerfile))).toBe(true)
    for (const name of Object.keys(entente.environment)) expect(SETTINGS).toContain(name)
    const told = [...textOf('deploy/env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name)
    for (const name of told) expect(SETTINGS).toContain(name)
    expect(told).toContain('NEO4J_PASSWORD')
    expect(neo4j.environment['NEO4J_AUTH']).toContain('${NEO4J_PASSWORD:?')
  })

  test('takes the Neo4j that is tested, and waits until it is well', () => {
    expect(neo4j['image']).toBe(`neo4j:${NEO4J_VERSIONS[0]?.version}-community`)
    expect(neo4j['healthcheck']).toHaveProperty('test')
    expect(entente['depends_on']).toEqual({ neo4j: { condition: 'service_healthy' } })
  })

  test('gives neither more than it needs', () => {
    expect(entente).toMatchObject({ read_only: true, tmpfs: '/tmp', ports: ['127.0.0.1:4000:4000'] })
    expect(neo4j).not.toHaveProperty('ports')
    for (const each of [entente, neo4j]) {
      expect(each).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
      for (const volume of each.volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '')
      for (const network of each.networks) expect(compose.networks).toHaveProperty(network)
    }
    expect(Number.parseInt(String(entente['stop_grace_period']), 10)).toBeGreaterThan(GRACE_SECONDS)
  })
})

describe('deploy/entente.service', () => {
  const lines = textOf('deploy/entente.service').split('\n')
  const valuesOf = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1))

  test('starts what is there, with settings that exist, as a user of its own', () => {
    expect(valuesOf('ExecStart')).toEqual(['/usr/bin/node /opt/entente/bin/entente.mjs serve'])
    const set = valuesOf('Environment').flatMap((each) => each.split(' '))
    expect(set.length).toBeGreaterThan(0)
    for (const each of set) expect(SETTINGS).toContain(each.split('=')[0])
    expect(valuesOf('DynamicUser')).toEqual(['yes'])
    expect(set).toContain(`ENTENTE_DATA=/var/lib/${valuesOf('StateDirectory')[0]}`)
  })

  test('waits for answers under way', () => {
    expect(Number(valuesOf('TimeoutStopSec')[0])).toBeGreaterThan(GRACE_SECONDS)
  })
})
