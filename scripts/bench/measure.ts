import { readFileSync } from 'node:fs'

/** One run of something: milliseconds. */
export interface Sample {
  readonly wall: number
  readonly cpu: number
}

/** Of several runs, milliseconds. */
export interface Figures {
  readonly median: number
  readonly p95: number
  /** Mean of CPU time: the clock of other processes is too coarse for a median. */
  readonly cpu: number
}

/** Of the kernel's clock in a second. */
const TICKS = 100

/**
 * Runs each in turn, round after round, so that what else the machine does weighs on all; one round before does not count.
 * @param cpuNow milliseconds of CPU so far of whoever does the work.
 */
export async function inTurn<Name extends string>(
  rounds: number,
  runs: Readonly<Record<Name, () => unknown>>,
  cpuNow: () => number = ownCpu,
): Promise<Readonly<Record<Name, Figures>>> {
  const names = Object.keys(runs) as Name[]
  const samples = new Map(names.map((name) => [name, [] as Sample[]]))
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const cpu = cpuNow()
      const began = performance.now()
      await runs[name]()
      const sample = { wall: performance.now() - began, cpu: cpuNow() - cpu }
      if (round >= 0) samples.get(name)?.push(sample)
    }
  }
  return Object.fromEntries(names.map((name) => [name, toFigures(samples.get(name) ?? [])])) as Record<Name, Figures>
}

export function toFigures(samples: readonly Sample[]): Figures {
  const wall = samples.map((each) => each.wall)
  return {
    median: quantile(wall, 0.5),
    p95: quantile(wall, 0.95),
    cpu: samples.reduce((sum, each) => sum + each.cpu, 0) / Math.max(1, samples.length),
  }
}

/** The least figure that so large a part of them does not pass; 0 of none. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}

/** Of this process, milliseconds. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Of the commands that this process started and that have ended, milliseconds; to a hundredth of a second. */
export function commandsCpu(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return ((Number(fields[13]) + Number(fields[14])) * 1000) / TICKS
}
