import { runChecks } from './checks.ts'

const outcomes = await runChecks()
if (outcomes.some(({ passed }) => !passed)) process.exitCode = 1
