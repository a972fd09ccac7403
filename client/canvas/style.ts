import type cytoscape from 'cytoscape'
import type { EventKind } from '../state/types.ts'
import { LINE, SHAPE } from './coding.ts'
import { FAMILY, FONTS } from './text.ts'
import type { Tokens } from './tokens.ts'

/** How long a change of opacity takes. */
export interface Motion {
  readonly hover: number
  readonly dim: number
}

export const MOTION: Motion = { hover: 80, dim: 160 }
export const STILL: Motion = { hover: 0, dim: 0 }

/** The whole style of the canvas: kind of act by colour, dash and arrow; type of actor by shape; everything else in ink and grey. */
export function styleOf(tokens: Tokens, motion: Motion): cytoscape.StylesheetJson {
  const rules: { selector: string; style: Record<string, unknown> }[] = [
    {
      selector: 'node',
      style: {
        width: 'data(w)',
        height: 'data(h)',
        'overlay-opacity': 0,
        'z-index-compare': 'manual',
        'transition-property': 'opacity',
        'transition-duration': motion.dim,
      },
    },
    ...bodyRules(tokens),
    ...textRules(tokens),
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'curve-style': 'straight',
        'source-endpoint': (edge: cytoscape.EdgeSingular) => edge.data('sourceEnd'),
        'target-endpoint': (edge: cytoscape.EdgeSingular) => edge.data('targetEnd'),
        'arrow-scale': 1.05,
        'overlay-opacity': 0,
        'z-index-compare': 'manual',
        'z-index': 3,
        'transition-property': 'opacity',
        'transition-duration': motion.dim,
      },
    },
    {
      selector: 'edge.curved',
      style: {
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'endpoints',
        'control-point-distances': 'data(controlDistance)',
        'control-point-weights': 'data(controlWeight)',
      },
    },
    {
      selector: 'edge.hairline',
      style: { width: 1, 'line-color': tokens.boxBorder, 'target-arrow-shape': 'none', 'z-index': 2, events: 'no' },
    },
    ...Object.entries(LINE).map(([kind, style]) => ({
      selector: `edge.${kind}`,
      style: {
        ...style,
        'line-color': tokens.kinds[kind as EventKind],
        'target-arrow-color': tokens.kinds[kind as EventKind],
        'source-arrow-color': tokens.kinds[kind as EventKind],
        'z-index': kind === 'COOPERATION' || kind === 'NEUTRAL' ? 3 : 4,
      },
    })),
    { selector: 'edge.not-done', style: { 'source-arrow-shape': 'circle', 'source-arrow-fill': 'hollow' } },
    ...markRules(tokens),
    ...emphasisRules(tokens, motion),
  ]
  return rules as cytoscape.StylesheetJson
}

function bodyRules(tokens: Tokens) {
  const { canvas, box, boxBorder, actor } = tokens
  return [
    {
      selector: 'node.box',
      style: {
        shape: 'round-rectangle',
        'corner-radius': 10,
        'background-color': box,
        'border-width': 1.25,
        'border-color': boxBorder,
        'z-index': 1,
      },
    },
    ...Object.entries(SHAPE).map(([kind, shape]) => ({
      selector: `node.actor.${kind}`,
      style: { shape, 'background-color': actor, 'z-index': 6, 'border-width': 0, 'border-color': actor },
    })),
    { selector: 'node.actor.GOVERNMENT_BODY', style: { 'corner-radius': 3 } },
    // A ring holds what lies beneath it.
    ...['PERSON', 'GROUP', 'REGION'].map((kind) => ({
      selector: `node.actor.${kind}`,
      style: {
        'background-color': canvas,
        'border-width': 2.5,
        'border-style': kind === 'PERSON' ? 'solid' : 'dashed',
        'border-position': 'inside',
      },
    })),
    { selector: 'node.actor.GROUP, node.actor.REGION', style: { 'border-width': 2, 'border-dash-pattern': [3, 2.2] } },
    {
      selector: 'node.actor.in-box.PERSON, node.actor.in-box.GROUP, node.actor.in-box.REGION',
      style: { 'background-color': box },
    },
  ]
}

function textRules({ canvas, box, raised, boxBorder, ink, ink2 }: Tokens) {
  const font = (name: keyof typeof FONTS) => ({
    'font-family': FAMILY,
    'font-size': FONTS[name].size,
    'font-weight': FONTS[name].weight,
    'line-height': FONTS[name].line / FONTS[name].size,
  })
  return [
    {
      selector: 'node.text',
      style: {
        label: 'data(text)',
        shape: 'rectangle',
        'background-opacity': 0,
        'border-width': 0,
        'text-halign': 'center',
        'text-valign': 'center',
        'text-wrap': 'wrap',
        'text-max-width': '400px',
        'text-outline-width': 2.5,
        'text-outline-color': canvas,
        color: ink2,
        'z-index': 8,
        events: 'no',
        ...font('actor'),
      },
    },
    { selector: 'node.text.in-box', style: { 'text-outline-color': box } },
    { selector: 'node.text.title, node.text.inside', style: { events: 'yes' } },
    { selector: 'node.text.inside', style: { color: ink, ...font('inside') } },
    { selector: 'node.text.state', style: { color: ink, ...font('state') } },
    { selector: 'node.text.line', style: { color: ink, ...font('line') } },
    {
      selector: 'node.chip',
      style: {
        label: 'data(text)',
        shape: 'round-rectangle',
        'corner-radius': 4,
        'background-color': raised,
        'background-opacity': 1,
        'border-width': 1,
        'border-color': boxBorder,
        'text-halign': 'center',
        'text-valign': 'center',
        color: ink,
        'z-index': 7,
        ...font('chip'),
      },
    },
  ]
}

/** Beside another day: what was not yet reported, what has ended, what has another status. */
function markRules({ canvas, ghost, ink, kinds }: Tokens) {
  return [
    {
      selector: 'edge.ghost',
      style: {
        width: 1.25,
        'line-style': 'solid',
        'line-color': ghost,
        'target-arrow-shape': 'triangle',
        'target-arrow-fill': 'hollow',
        'target-arrow-color': ghost,
        'source-arrow-color': ghost,
      },
    },
    { selector: 'edge.ended', style: { 'line-style': 'dotted', 'line-cap': 'butt' } },
    {
      selector: 'node.dot',
      style: { shape: 'ellipse', 'background-color': ink, 'border-width': 1.5, 'border-color': canvas, 'z-index': 7 },
    },
    {
      selector: 'node.cross',
      style: {
        label: 'data(text)',
        shape: 'ellipse',
        'background-color': canvas,
        'text-halign': 'center',
        'text-valign': 'center',
        'font-size': 11,
        'font-weight': 700,
        color: kinds.VIOLENCE,
        'z-index': 7,
      },
    },
  ]
}

function emphasisRules({ ink }: Tokens, motion: Motion) {
  return [
    { selector: 'edge.dim', style: { opacity: 0.18 } },
    { selector: 'edge.hairline.dim', style: { opacity: 0.4 } },
    { selector: 'node.actor.dim, node.text.dim', style: { opacity: 0.45 } },
    { selector: 'node.chip.dim, node.dot.dim, node.cross.dim', style: { opacity: 0.3 } },
    { selector: 'edge.veiled', style: { opacity: 0.1 } },
    { selector: 'node.actor.veiled', style: { opacity: 0.25 } },
    { selector: 'node.text.veiled, node.chip.veiled', style: { opacity: 0 } },
    { selector: 'edge.hairline.lit', style: { width: 2, 'line-color': ink } },
    { selector: '.hover', style: { opacity: 1, 'transition-duration': motion.hover } },
    {
      selector: 'node.selected, node.focused, node.linked',
      style: { 'outline-color': ink, 'outline-width': 2.5, 'outline-offset': 3, opacity: 1 },
    },
    {
      selector: 'node.box.selected, node.box.linked',
      style: { 'border-color': ink, 'border-width': 2, 'outline-width': 0 },
    },
    {
      selector: 'edge.selected, edge.focused',
      style: { 'underlay-color': ink, 'underlay-opacity': 0.14, 'underlay-padding': 6, opacity: 1 },
    },
  ]
}
