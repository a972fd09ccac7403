import type cytoscape from 'cytoscape'
import type { ActorKind, EventKind } from '../state/types.ts'

/** Shape is type of actor. */
export const SHAPE: Readonly<Record<ActorKind, cytoscape.Css.NodeShape>> = {
  STATE: 'ellipse',
  GOVERNMENT_BODY: 'round-rectangle',
  MILITARY_COMMAND: 'octagon',
  INTERNATIONAL_ORGANISATION: 'diamond',
  ORGANISATION: 'cut-rectangle',
  PERSON: 'ellipse',
  GROUP: 'ellipse',
  MEDIA: 'triangle',
  OPERATION: 'pentagon',
  REGION: 'round-rectangle',
}

export interface LineStyle {
  readonly 'line-style': cytoscape.Css.LineStyle
  readonly 'line-dash-pattern'?: number[]
  readonly 'line-cap'?: 'butt' | 'round' | 'square'
  readonly 'target-arrow-shape': cytoscape.Css.ArrowShape | 'chevron'
}

/** Kind of act is dash and arrow, beside its colour. */
export const LINE: Readonly<Record<EventKind, LineStyle>> = {
  COOPERATION: { 'line-style': 'solid', 'target-arrow-shape': 'triangle' },
  SUSPENSION: { 'line-style': 'dashed', 'line-dash-pattern': [7, 4], 'target-arrow-shape': 'tee' },
  CONDEMNATION: {
    'line-style': 'dashed',
    'line-dash-pattern': [0.1, 4.6],
    'line-cap': 'round',
    'target-arrow-shape': 'diamond',
  },
  PRESSURE: { 'line-style': 'dashed', 'line-dash-pattern': [8, 3, 1.5, 3], 'target-arrow-shape': 'vee' },
  COERCION: { 'line-style': 'solid', 'target-arrow-shape': 'chevron' },
  VIOLENCE: { 'line-style': 'solid', 'target-arrow-shape': 'triangle-cross' },
  NEUTRAL: { 'line-style': 'solid', 'target-arrow-shape': 'vee' },
}
