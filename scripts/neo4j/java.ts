import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)
const USUAL_HOMES = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines']

/** A Java that is at least of a release: JAVA_HOME's, the PATH's, or one in a usual place; null where there is none. */
export async function findJava(least: number): Promise<string | null> {
  for (const java of candidates()) {
    const release = await releaseOf(java)
    if (release !== null && release >= least) return java
  }
  return null
}

function candidates(): string[] {
  const homes = USUAL_HOMES.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder).flatMap((name) => [join(folder, name), join(folder, name, 'Contents/Home')]),
  )
  const own = process.env['JAVA_HOME']
  return [
    ...(own ? [join(own, 'bin/java')] : []),
    'java',
    ...homes.map((home) => join(home, 'bin/java')).filter((java) => existsSync(java)),
  ]
}

async function releaseOf(java: string): Promise<number | null> {
  try {
    const { stderr } = await execute(java, ['-version'])
    const match = /version "(\d+)/.exec(stderr)
    return match ? Number(match[1]) : null
  } catch {
    return null
  }
}
