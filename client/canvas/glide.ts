import { between, type SharedCamera } from './camera.ts'

const MS = 240

/** Moves the camera over a while, fast first; at once where motion is unwelcome. A new way ends the last one. */
export class Glide {
  readonly #show: (camera: SharedCamera) => void
  #frame = 0

  constructor(show: (camera: SharedCamera) => void) {
    this.#show = show
  }

  go(from: SharedCamera, to: SharedCamera, still: boolean): void {
    this.stop()
    if (still) return this.#show(to)
    const begun = performance.now()
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - begun) / MS))
      this.#frame = part < 1 ? requestAnimationFrame(step) : 0
      this.#show(part < 1 ? between(from, to, 1 - (1 - part) ** 3) : to)
    }
    this.#frame = requestAnimationFrame(step)
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
  }
}
