import cytoscape from 'cytoscape'
import type { Emphasis } from '../state/picture/emphasis.ts'
import type { Picture } from '../state/picture/picture.ts'
import { around, type Point } from './geometry.ts'
import { describe } from './describe.ts'
import { actorId, edgeId, wantedElements, type Wanted } from './elements.ts'
import { stepOfKey, walk, type Item } from './navigation.ts'
import { toScene, type Scene } from './scene.ts'
import { styleOf } from './style.ts'
import type { Drawing } from './svg/marks.ts'
import { readDrawing } from './svg/read-drawing.ts'
import { canvasMeasure } from './text.ts'
import { readTokens, type Tokens } from './tokens.ts'

export type { Item } from './navigation.ts'

export interface CanvasView {
  readonly picture: Picture
  readonly emphasis: Emphasis
}

/** What the canvas tells: what was opened, what the pointer or the keyboard is on. It never changes state itself. */
export interface CanvasEvents {
  readonly open: (item: Item) => void
  readonly clear: () => void
  /** Null: on nothing. `at` is in pixels of the host; null where the keyboard moved. */
  readonly point: (item: Item | null, at: Point | null) => void
}

/** An actor and, where the keyboard is on a line of it, the line. */
interface Focus {
  readonly actor: string
  readonly line: string | null
}

const ZOOM = { least: 1, most: 4, step: 1.25 }
/** Cytoscape queues its layer cache only on a redraw; after this long without a change one is asked for, so that panning is smooth. */
const WARM_AFTER_MS = 300

/**
 * The picture. Shows what `update` is given, in one batch of differences; nothing is made anew that stands already. Sizes are pixels of
 * the screen: zooming spreads the places, not the marks.
 */
export class GraphCanvas {
  readonly #host: HTMLElement
  readonly #cy: cytoscape.Core
  #measure = canvasMeasure()
  readonly #listeners: { [K in keyof CanvasEvents]: Set<CanvasEvents[K]> } = {
    open: new Set(),
    clear: new Set(),
    point: new Set(),
  }
  readonly #stop = new AbortController()
  readonly #resized: ResizeObserver
  #view: CanvasView | null = null
  #scene: Scene | null = null
  #scale = 1
  #focus: Focus | null = null
  #warm: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement) {
    this.#host = host
    this.#cy = cytoscape({
      container: host,
      style: styleOf(readTokens(host)),
      layout: { name: 'preset' },
      autoungrabify: true,
      autounselectify: true,
      boxSelectionEnabled: false,
      userZoomingEnabled: false,
    })
    this.#listenToPointer()
    this.#listenToHost()
    this.#resized = new ResizeObserver(() => this.#fit())
    this.#resized.observe(host)
    // Names are measured in the page's own face, once it is there.
    void Promise.all([500, 700].map((weight) => document.fonts.load(`${weight} 12px 'Inter Variable'`))).then(() => {
      this.#measure = canvasMeasure()
      this.#redraw()
    })
  }

  update(view: CanvasView): void {
    const another = this.#view?.picture !== view.picture
    this.#view = view
    if (another && this.#focus && !view.picture.actors.some(({ id }) => id === this.#focus?.actor)) this.#focus = null
    const first = (this.#scene?.bodies.length ?? 0) === 0
    this.#redraw()
    if (first) this.#fit()
  }

  /** @returns what ends it */
  on<K extends keyof CanvasEvents>(event: K, listener: CanvasEvents[K]): () => void {
    this.#listeners[event].add(listener)
    return () => this.#listeners[event].delete(listener)
  }

  /** Lights items for as long as the pointer is on their row. */
  hover(lines: readonly string[]): void {
    this.#cy.batch(() => {
      this.#cy.elements('.hover').removeClass('hover')
      for (const id of lines) this.#cy.getElementById(edgeId(id)).addClass('hover')
    })
  }

  /** In by a step, out by a step, or back to where everything fits. */
  zoom(way: 'in' | 'out' | 'fit'): void {
    if (way === 'fit') return this.#fit()
    this.#zoomTo(this.#scale * (way === 'in' ? ZOOM.step : 1 / ZOOM.step), {
      x: this.#host.clientWidth / 2,
      y: this.#host.clientHeight / 2,
    })
  }

  /** What is shown now, for whoever draws it elsewhere; null while nothing is. @param tokens other colours, such as those of paper */
  drawing(tokens: Tokens | null = null): Drawing | null {
    if (!this.#scene || this.#cy.width() === 0) return null
    if (!tokens) return readDrawing(this.#cy, readTokens(this.#host).canvas)
    this.#cy.style(styleOf(tokens))
    const drawing = readDrawing(this.#cy, tokens.canvas)
    this.#cy.style(styleOf(readTokens(this.#host)))
    return drawing
  }

  destroy(): void {
    clearTimeout(this.#warm)
    this.#stop.abort()
    this.#resized.disconnect()
    this.#cy.destroy()
  }

  #fit(): void {
    this.#scale = 1
    this.#cy.resize()
    this.#redraw()
    const { clientWidth: width, clientHeight: height } = this.#host
    const taken = this.#scene && around([...this.#scene.bodies, ...this.#scene.labels].map(({ rect }) => rect))
    if (!taken || width === 0) return
    // Only where the window is too small for the marks themselves do these shrink.
    const zoom = Math.min(1, (width - 8) / taken.w, (height - 8) / taken.h)
    this.#cy.viewport({ zoom, pan: { x: width / 2 - taken.x * zoom, y: height / 2 - taken.y * zoom } })
    if (zoom === 1 && taken.x - taken.w / 2 > 2 && taken.y - taken.h / 2 > 2) this.#cy.pan({ x: 0, y: 0 })
  }

  #zoomTo(wanted: number, at: Point): void {
    const scale = Math.min(ZOOM.most, Math.max(ZOOM.least, wanted))
    if (scale === this.#scale) return
    const middle = { x: this.#host.clientWidth / 2, y: this.#host.clientHeight / 2 }
    const factor = scale / this.#scale
    const pan = this.#cy.pan()
    this.#scale = scale
    this.#redraw()
    // What is under the pointer stays there; places spread from the middle of the scene.
    this.#cy.pan({
      x: at.x - middle.x - (at.x - middle.x - pan.x) * factor,
      y: at.y - middle.y - (at.y - middle.y - pan.y) * factor,
    })
  }

  #redraw(): void {
    const { clientWidth: width, clientHeight: height } = this.#host
    if (!this.#view || width === 0 || height === 0) return
    const { picture, emphasis } = this.#view
    this.#scene = toScene(picture, emphasis, { width, height, scale: this.#scale }, this.#measure)
    const wanted = wantedElements(this.#scene, picture, emphasis)
    this.#cy.batch(() => this.#apply(wanted))
    this.#showFocus()
    describe(this.#host, picture, emphasis, this.#scene, () => ({
      zoom: this.#cy.zoom(),
      pan: { ...this.#cy.pan() },
      width: this.#host.clientWidth,
      height: this.#host.clientHeight,
    }))
    clearTimeout(this.#warm)
    this.#warm = setTimeout(() => this.#cy.forceRender(), WARM_AFTER_MS)
  }

  #apply(wanted: ReadonlyMap<string, Wanted>): void {
    for (const element of this.#cy.elements()) if (!wanted.has(element.id())) element.remove()
    for (const [id, { group, data, position, classes }] of wanted) {
      const element = this.#cy.getElementById(id)
      if (element.empty()) {
        this.#cy.add({
          group,
          data: { ...data },
          classes: [...classes],
          ...(position ? { position: { ...position } } : {}),
        })
        continue
      }
      element.data({ ...data })
      element.classes([...classes])
      if (position && element.isNode()) element.position({ ...position })
    }
  }

  #emit<K extends keyof CanvasEvents>(event: K, ...values: Parameters<CanvasEvents[K]>): void {
    for (const listener of this.#listeners[event]) (listener as (...values: unknown[]) => void)(...values)
  }

  #listenToPointer(): void {
    this.#cy.on('tap', (event) => {
      const item = event.target === this.#cy ? null : itemOf(event.target as cytoscape.SingularElementReturnValue)
      if (item) this.#emit('open', item)
      else this.#emit('clear')
    })
    this.#cy.on('mouseover', 'node, edge', (event) => {
      const element = event.target as cytoscape.SingularElementReturnValue
      const item = itemOf(element)
      if (!item) return
      this.#host.style.cursor = 'pointer'
      element.addClass('hover')
      this.#emit('point', item, event.renderedPosition)
    })
    this.#cy.on('mouseout', 'node, edge', (event) => {
      this.#host.style.cursor = ''
      ;(event.target as cytoscape.SingularElementReturnValue).removeClass('hover')
      this.#emit('point', null, null)
    })
  }

  #listenToHost(): void {
    const { signal } = this.#stop
    this.#host.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    this.#host.addEventListener('focus', () => this.#moveTo(this.#focus), { signal })
    this.#host.addEventListener('blur', () => this.#showFocus(), { signal })
    this.#host.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault()
        const { left, top } = this.#host.getBoundingClientRect()
        this.#zoomTo(this.#scale * Math.exp(-event.deltaY / 500), { x: event.clientX - left, y: event.clientY - top })
      },
      { signal, passive: false },
    )
    const restyle = () => this.#cy.style(styleOf(readTokens(this.#host)))
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', restyle, { signal })
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#scene || !this.#view) return
    if (event.key === 'Enter' && this.#focus) {
      event.preventDefault()
      const { actor, line } = this.#focus
      return this.#emit('open', line === null ? { what: 'actor', id: actor } : { what: 'line', id: line })
    }
    if (event.key === '+' || event.key === '-') return this.zoom(event.key === '+' ? 'in' : 'out')
    const step = stepOfKey(event.key)
    if (!step) return
    event.preventDefault()
    this.#moveTo(walk(this.#scene, this.#view.picture, this.#focus, step))
  }

  #moveTo(focus: Focus | null): void {
    this.#focus = focus
    this.#showFocus()
    if (!focus) return
    this.#reveal(focus)
    this.#emit(
      'point',
      focus.line === null ? { what: 'actor', id: focus.actor } : { what: 'line', id: focus.line },
      null,
    )
  }

  /** Moves the camera where the keyboard went to what it does not show. */
  #reveal({ actor, line }: Focus): void {
    const { x1, x2, y1, y2 } = this.#cy
      .getElementById(line === null ? actorId(actor) : edgeId(line))
      .renderedBoundingBox()
    const { clientWidth: width, clientHeight: height } = this.#host
    const back = (from: number, to: number, size: number) => (to < 0 || from > size ? size / 2 - (from + to) / 2 : 0)
    this.#cy.panBy({ x: back(x1, x2, width), y: back(y1, y2, height) })
  }

  #showFocus(): void {
    const focus = document.activeElement === this.#host ? this.#focus : null
    this.#host.dataset['focused'] = focus ? (focus.line ?? focus.actor) : ''
    this.#cy.batch(() => {
      this.#cy.elements('.focused').removeClass('focused')
      if (!focus) return
      this.#cy.getElementById(focus.line === null ? actorId(focus.actor) : edgeId(focus.line)).addClass('focused')
    })
  }
}

function itemOf(element: cytoscape.SingularElementReturnValue): Item | null {
  const line: unknown = element.data('line')
  if (typeof line === 'string') return { what: 'line', id: line }
  const id = element.id()
  if (id.startsWith('actor ')) return { what: 'actor', id: id.slice('actor '.length) }
  if (id.startsWith('line ')) return { what: 'line', id: id.slice('line '.length) }
  return null
}
