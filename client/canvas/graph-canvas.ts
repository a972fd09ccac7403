import cytoscape from 'cytoscape'
import type { Emphasis } from '../state/picture/emphasis.ts'
import type { Picture } from '../state/picture/picture.ts'
import { applyElements } from './apply-elements.ts'
import { cameraOn, HOME, isSameCamera, zoomed, ZOOM, type SharedCamera } from './camera.ts'
import { describe } from './describe.ts'
import { actorId, edgeId, wantedElements } from './elements.ts'
import { fitOf } from './fit.ts'
import type { Point, Rect } from './geometry.ts'
import { Glide } from './glide.ts'
import type { Item } from './item.ts'
import { elementAt, itemAt } from './keyboard-place.ts'
import { stepOfKey, walk, type KeyboardPlace } from './navigation.ts'
import { placeOf } from './placed.ts'
import { listenToPointer, type PointerEvents } from './pointer.ts'
import { toScene, type Scene } from './scene.ts'
import { MOTION, STILL, styleOf } from './style.ts'
import type { Drawing } from './svg/marks.ts'
import { readDrawing } from './svg/read-drawing.ts'
import { canvasMeasure } from './text.ts'
import { readTokens, type Tokens } from './tokens.ts'
import { listenToZoom } from './zoom-by-hand.ts'

export type { Item } from './item.ts'

export interface CanvasView {
  readonly picture: Picture
  readonly emphasis: Emphasis
  /** Where controls float over the picture, in pixels of the host. */
  readonly controls: readonly Rect[]
}

/** What the canvas tells: what was opened, what the pointer or the keyboard is on. It never changes state itself. */
export interface CanvasEvents extends Pick<PointerEvents, 'open' | 'clear' | 'focus' | 'point' | 'drop'> {
  /** Dragged to a place, 0 to 100 across and down. */
  readonly drag: (actor: string, place: Point) => void
  /** The reader moved the camera. */
  readonly camera: (camera: SharedCamera) => void
}

/** Cytoscape queues its layer cache only on a redraw; after this long without a change one is asked for, so that panning is smooth. */
const WARM_AFTER_MS = 300

/**
 * The picture. Shows what `update` is given, in one batch of differences; nothing is made anew that stands already. Sizes are pixels of
 * the screen: zooming spreads the places, not the marks.
 */
export class GraphCanvas {
  readonly #host: HTMLElement
  readonly #cy: cytoscape.Core
  readonly #glide = new Glide((camera) => this.#shoot(camera))
  readonly #listeners = new Map<keyof CanvasEvents, Set<(...values: never[]) => void>>()
  readonly #stop = new AbortController()
  readonly #resized: ResizeObserver
  readonly #reduced = window.matchMedia('(prefers-reduced-motion: reduce)')
  #measure = canvasMeasure()
  #view: CanvasView | null = null
  #scene: Scene | null = null
  #camera = HOME
  #focus: KeyboardPlace | null = null
  #hovered: readonly string[] = []
  #warm: ReturnType<typeof setTimeout> | undefined

  constructor(host: HTMLElement) {
    this.#host = host
    this.#cy = cytoscape({
      container: host,
      style: this.#style(),
      layout: { name: 'preset' },
      autounselectify: true,
      boxSelectionEnabled: false,
      userZoomingEnabled: false,
    })
    // What they show is said by the host and the list; they would be heard as three canvases.
    for (const layer of host.querySelectorAll('canvas')) layer.setAttribute('aria-hidden', 'true')
    this.#listenToPointer()
    this.#listenToHost()
    this.#resized = new ResizeObserver(() => this.#resize())
    this.#resized.observe(host)
    // Names are measured in the page's own face, once it is there.
    void Promise.all([500, 600, 700].map((weight) => document.fonts.load(`${weight} 12px 'Inter Variable'`))).then(
      () => {
        this.#measure = canvasMeasure()
        this.#redraw()
      },
    )
  }

  update(view: CanvasView): void {
    const last = this.#view
    this.#view = view
    if (this.#focus && !view.picture.actors.some(({ id }) => id === this.#focus?.actor)) this.#focus = null
    this.#redraw()
    if (last && last.emphasis.focus !== view.emphasis.focus) this.#toFocus()
    else if (!last || last.picture.actors.length === 0) this.#camera = this.#home()
    this.#shoot(this.#camera)
  }

  /** @returns what ends it */
  on<K extends keyof CanvasEvents>(event: K, listener: CanvasEvents[K]): () => void {
    const listeners = this.#listeners.get(event) ?? new Set()
    this.#listeners.set(event, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  /** Lights lines for as long as the pointer is on the row of one of their events. */
  hover(events: readonly string[]): void {
    const lines = this.#scene?.lines.filter(({ strand }) => strand.events.some(({ id }) => events.includes(id))) ?? []
    this.#lift(lines.map(({ id }) => edgeId(id)))
  }

  /** In by a step, out by a step, or back to where everything fits. */
  zoom(way: 'in' | 'out' | 'fit'): void {
    const to =
      way === 'fit'
        ? HOME
        : zoomed(
            this.#camera,
            this.#camera.scale * (way === 'in' ? ZOOM.step : 1 / ZOOM.step),
            { x: 0, y: 0 },
            this.#size(),
          )
    this.#glideTo(to)
  }

  /** Goes where another canvas of the same camera went. */
  follow(camera: SharedCamera): void {
    this.#glide.stop()
    this.#shoot(camera)
  }

  /** Reads the colours of the page anew. */
  restyle(): void {
    this.#cy.style(this.#style())
  }

  /** What is drawn; null while nothing is. */
  scene(): Scene | null {
    return this.#scene
  }

  /** What is shown now, for whoever draws it elsewhere; null while nothing is. @param tokens other colours, such as those of paper */
  drawing(tokens: Tokens | null = null): Drawing | null {
    if (!this.#scene || this.#cy.width() === 0) return null
    if (!tokens) return readDrawing(this.#cy, readTokens(this.#host).canvas)
    this.#cy.style(styleOf(tokens, STILL))
    const drawing = readDrawing(this.#cy, tokens.canvas)
    this.restyle()
    return drawing
  }

  destroy(): void {
    clearTimeout(this.#warm)
    this.#glide.stop()
    this.#stop.abort()
    this.#resized.disconnect()
    this.#cy.destroy()
  }

  #style(): cytoscape.StylesheetJson {
    return styleOf(readTokens(this.#host), this.#reduced.matches ? STILL : MOTION)
  }

  #size() {
    return { width: this.#host.clientWidth, height: this.#host.clientHeight }
  }

  #resize(): void {
    this.#cy.resize()
    this.#redraw()
    this.#shoot(this.#camera)
  }

  #home(): SharedCamera {
    const focus = this.#view?.emphasis.focus ?? null
    return focus === null || !this.#view ? HOME : cameraOn(this.#rectsOf(this.#view.emphasis), this.#size())
  }

  #toFocus(): void {
    this.#glideTo(this.#home())
  }

  /** Of those that stand out, as they are at scale 1. */
  #rectsOf({ lit }: Emphasis): readonly Rect[] {
    if (!this.#view || !lit) return []
    const { picture, emphasis } = this.#view
    const { bodies, lines } = toScene(picture, emphasis, this.#area(1), this.#measure)
    const marks = bodies.filter(({ actor }) => !actor.box && lit.actors.has(actor.id)).map(({ rect }) => rect)
    // Of a box only where the line meets it: it may be larger than the window.
    const ends = lines.filter(({ strand }) => lit.lines.has(strand.line)).flatMap(({ curve }) => [curve.from, curve.to])
    return [...marks, ...ends.map(({ x, y }) => ({ x, y, w: 0, h: 0 }))]
  }

  #glideTo(camera: SharedCamera): void {
    this.#glide.go(this.#camera, camera, this.#reduced.matches)
    this.#emit('camera', camera)
  }

  /** Shows what the camera sees. */
  #shoot(camera: SharedCamera): void {
    const near = camera.scale !== this.#camera.scale
    this.#camera = camera
    if (near) this.#redraw()
    const { width, height } = this.#size()
    if (!this.#scene || width === 0) return
    const { zoom, middle } = fitOf(this.#scene.bodies, this.#scene.area)
    this.#cy.viewport({
      zoom,
      pan: {
        x: middle.x - (zoom * width) / 2 + camera.away.x * width,
        y: middle.y - (zoom * height) / 2 + camera.away.y * height,
      },
    })
  }

  #area(scale: number) {
    return { ...this.#size(), scale, controls: this.#view?.controls ?? [] }
  }

  #redraw(): void {
    const { width, height } = this.#size()
    if (!this.#view || width === 0 || height === 0) return
    const { picture, emphasis } = this.#view
    this.#scene = toScene(picture, emphasis, this.#area(this.#camera.scale), this.#measure)
    const wanted = wantedElements(this.#scene, picture, emphasis)
    this.#cy.batch(() => applyElements(this.#cy, wanted, this.#hovered))
    this.#showFocus()
    describe(this.#host, emphasis, this.#scene, () => ({
      zoom: this.#cy.zoom(),
      pan: { ...this.#cy.pan() },
      ...this.#size(),
    }))
    clearTimeout(this.#warm)
    this.#warm = setTimeout(() => this.#cy.forceRender(), WARM_AFTER_MS)
  }

  #emit<K extends keyof CanvasEvents>(event: K, ...values: Parameters<CanvasEvents[K]>): void {
    for (const listener of this.#listeners.get(event) ?? []) (listener as (...values: unknown[]) => void)(...values)
  }

  #listenToPointer(): void {
    listenToPointer(
      this.#cy,
      this.#host,
      {
        open: (item, plain) => this.#emit('open', item, plain),
        clear: () => this.#emit('clear'),
        focus: (item) => this.#emit('focus', item),
        point: (item, at) => {
          this.#lift(item ? this.#elementsOf(item) : [])
          this.#emit('point', item, at)
        },
        drag: (actor, at) => {
          if (this.#scene) this.#emit('drag', actor, placeOf(at, this.#scene.frame, this.#scene.area))
        },
        drop: () => this.#emit('drop'),
        pan: () => this.#panned(),
      },
      this.#stop.signal,
    )
  }

  #panned(): void {
    this.#glide.stop()
    const { width, height } = this.#size()
    const { x, y } = this.#cy.pan()
    if (!this.#scene) return
    const { zoom, middle } = fitOf(this.#scene.bodies, this.#scene.area)
    this.#camera = {
      scale: this.#camera.scale,
      away: { x: (x - middle.x + (zoom * width) / 2) / width, y: (y - middle.y + (zoom * height) / 2) / height },
    }
    this.#emit('camera', this.#camera)
  }

  /** An item with the words that belong to it. */
  #elementsOf({ what, id }: Item): readonly string[] {
    if (what === 'actor') return [actorId(id), `text name ${id}`, `text inside ${id}`]
    if (what === 'title' || what === 'inside') return [`text name ${id}`, `text inside ${id}`]
    const strands =
      this.#scene?.lines.filter(({ strand }) => (what === 'event' ? strand.event : strand.line) === id) ?? []
    return strands.flatMap((strand) => [edgeId(strand.id), `chip ${strand.id}`, `text line ${strand.id}`])
  }

  #lift(ids: readonly string[]): void {
    this.#hovered = ids
    this.#cy.batch(() => {
      this.#cy.elements('.hover').removeClass('hover')
      for (const id of ids) this.#cy.getElementById(id).addClass('hover')
    })
  }

  #listenToHost(): void {
    const { signal } = this.#stop
    this.#host.addEventListener('keydown', (event) => this.#onKey(event), { signal })
    this.#host.addEventListener('focus', () => this.#moveTo(this.#focus), { signal })
    this.#host.addEventListener('blur', () => this.#showFocus(), { signal })
    listenToZoom(this.#host, (factor, at, moved) => this.#zoomAt(factor, at, moved), signal)
    this.#reduced.addEventListener('change', () => this.restyle(), { signal })
  }

  #zoomAt(factor: number, at: Point, moved: Point): void {
    const { width, height } = this.#size()
    const { scale, away } = zoomed(this.#camera, this.#camera.scale * factor, at, { width, height })
    const to = { scale, away: { x: away.x + moved.x / width, y: away.y + moved.y / height } }
    if (isSameCamera(to, this.#camera)) return
    this.#glide.stop()
    this.#shoot(to)
    this.#emit('camera', to)
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#scene) return
    const item = this.#focus && itemAt(this.#scene, this.#focus)
    if (event.key === 'Enter' && item) {
      event.preventDefault()
      // The keyboard is on the whole of a box: its title comes first, as on the screen.
      const isBox = this.#scene.bodies.some(({ actor }) => actor.box && actor.id === item.id)
      return this.#emit('open', isBox && !event.shiftKey ? { what: 'title', id: item.id } : item, !event.shiftKey)
    }
    if ((event.key === 'f' || event.key === 'F') && item?.what === 'actor') {
      event.preventDefault()
      return this.#emit('focus', item)
    }
    if (event.key === '+' || event.key === '-') {
      event.preventDefault()
      return this.zoom(event.key === '+' ? 'in' : 'out')
    }
    const step = stepOfKey(event.key)
    if (!step) return
    event.preventDefault()
    this.#moveTo(walk(this.#scene, this.#focus, step))
  }

  #moveTo(focus: KeyboardPlace | null): void {
    this.#focus = focus
    this.#showFocus()
    if (!focus || !this.#scene) return
    this.#reveal(focus)
    this.#emit('point', itemAt(this.#scene, focus), null)
  }

  /** Moves the camera where the keyboard went to what it does not show. */
  #reveal(focus: KeyboardPlace): void {
    const { x1, x2, y1, y2 } = this.#cy.getElementById(elementAt(focus)).renderedBoundingBox()
    const { width, height } = this.#size()
    const back = (from: number, to: number, size: number) => (to < 0 || from > size ? size / 2 - (from + to) / 2 : 0)
    const by = { x: back(x1, x2, width), y: back(y1, y2, height) }
    if (by.x === 0 && by.y === 0) return
    this.#cy.panBy(by)
    this.#panned()
  }

  #showFocus(): void {
    const focus = document.activeElement === this.#host ? this.#focus : null
    this.#host.dataset['focused'] = focus ? (focus.line ?? focus.actor) : ''
    this.#cy.batch(() => {
      this.#cy.elements('.focused').removeClass('focused')
      if (focus) this.#cy.getElementById(elementAt(focus)).addClass('focused')
    })
  }
}
