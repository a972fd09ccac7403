// Ends with 0 where the server of this machine or container is alive, else with 1. A server that is still loading is alive.
const { PORT = '4000' } = process.env
const alive = await fetch(`http://127.0.0.1:${PORT}/healthz`, { signal: AbortSignal.timeout(4000) }).then(
  ({ ok }) => ok,
  () => false,
)
process.exitCode = alive ? 0 : 1
