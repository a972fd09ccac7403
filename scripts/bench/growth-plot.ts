import type { Growth } from './report.ts'

const WIDTH = 760
const HEIGHT = 420
const LEFT = 70
const RIGHT = 250
const TOP = 20
const BOTTOM = 50
const COLOURS = ['#0b6e99', '#b3541e', '#3a7d44', '#7a4ea3', '#a61e4d', '#5f6b73', '#8a6d00', '#1d4ed8']

/** Figures over numbers of events, both on logarithmic axes, as SVG; empty text of nothing. */
export function growthPlot(lines: readonly Growth[]): string {
  const points = lines.flatMap((line) => line.points).filter(({ ms }) => ms > 0)
  if (points.length === 0) return ''
  const x = axis(
    points.map(({ events }) => events),
    LEFT,
    WIDTH - RIGHT,
  )
  const y = axis(
    points.map(({ ms }) => ms),
    HEIGHT - BOTTOM,
    TOP,
  )
  const grid = [
    ...x.ticks.map((tick) => gridLine(x.at(tick), TOP, x.at(tick), HEIGHT - BOTTOM)),
    ...x.ticks.map((tick) => label(x.at(tick), HEIGHT - BOTTOM + 18, tick.toLocaleString('en'), 'middle')),
    ...y.ticks.map((tick) => gridLine(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick))),
    ...y.ticks.map((tick) => label(LEFT - 8, y.at(tick) + 4, tick.toLocaleString('en'), 'end')),
  ]
  const drawn = lines.flatMap(({ name, points: own }, n) => {
    const colour = COLOURS[n % COLOURS.length] ?? ''
    const spots = own.filter(({ ms }) => ms > 0).map(({ events, ms }) => [x.at(events), y.at(ms)] as const)
    const row = TOP + 12 + n * 20
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${spots.map((spot) => spot.map(round).join(',')).join(' ')}"/>`,
      ...spots.map(([cx, cy]) => `<circle cx="${round(cx)}" cy="${round(cy)}" r="3" fill="${colour}"/>`),
      `<rect x="${WIDTH - RIGHT + 16}" y="${row - 9}" width="10" height="10" fill="${colour}"/>`,
      label(WIDTH - RIGHT + 32, row, name, 'start'),
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...grid,
    label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, 'events', 'middle'),
    label(8, TOP - 6, 'ms', 'start'),
    ...drawn,
    '</svg>\n',
  ].join('\n')
}

/** Powers of ten around what is to be shown. */
function axis(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, n) => 10 ** (low + n)),
    at: (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
  }
}

function gridLine(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="#ddd"/>`
}

function label(x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end'): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${safe}</text>`
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10)
}
