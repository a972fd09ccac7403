import { atom } from 'nanostores'
import { expect, test } from 'vitest'
import type { Loaded } from '../../../client/state/loaded.ts'
import { Loader } from '../../../client/state/loader.ts'

function made() {
  const $atom = atom<Loaded<string>>({ state: 'idle' })
  const states: string[] = []
  $atom.listen((loaded) => states.push(loaded.state === 'ok' ? loaded.value : loaded.state))
  const loader = new Loader($atom)
  const load = (key: string, value: Promise<string>) => {
    loader.load(key, () => value)
    return value.then(
      () => {},
      () => {},
    )
  }
  return { loader, states, load }
}

test('what is renewed stays until it is answered, and is asked once', async () => {
  const { loader, states, load } = made()
  await load('key', Promise.resolve('old'))
  loader.renew()
  await load('key', Promise.resolve('new'))
  await load('key', Promise.resolve('not asked'))
  expect(states).toEqual(['loading', 'old', 'new'])
})

test('what failed, or is another, is told to be on its way when it is renewed', async () => {
  const { loader, states, load } = made()
  await load('key', Promise.reject(new Error('away')))
  loader.renew()
  await load('key', Promise.resolve('new'))
  loader.renew()
  await load('other', Promise.resolve('other'))
  expect(states).toEqual(['loading', 'error', 'loading', 'new', 'loading', 'other'])
})

test('a renewal that fails says so and keeps what was there', async () => {
  const { loader, states, load } = made()
  await load('key', Promise.resolve('old'))
  loader.renew()
  await load('key', Promise.reject(new Error('away')))
  expect(states).toEqual(['loading', 'old', 'error'])
})
