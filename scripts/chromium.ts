import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser that tests drive: ENTENTE_CHROMIUM, else the first found on the PATH; null where there is none. */
export function findChromium(): string | null {
  const given = process.env['ENTENTE_CHROMIUM']
  if (given) return given
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...ELSEWHERE].find(canRun) ?? null
}

/** Installs Debian's where this user may; null where that cannot be done. */
export async function installChromium(): Promise<string | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  console.log('No Chromium is found: installing it with apt-get …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const { code, output } = await run('apt-get', args, { env })
    if (code !== 0) {
      console.log(`apt-get ${args.join(' ')} failed:\n${output.trimEnd()}`)
      return null
    }
  }
  return findChromium()
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
