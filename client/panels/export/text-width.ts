import type { TextWidth } from '../../canvas/svg/flow.ts'
import { FAMILY } from '../../canvas/text.ts'

/** Widths of texts in the face of the page. */
export function textWidth(): TextWidth {
  const context = document.createElement('canvas').getContext('2d')
  return (text, size, weight) => {
    if (!context) return text.length * size * 0.56
    context.font = `${weight} ${size}px ${FAMILY}`
    return context.measureText(text).width
  }
}
