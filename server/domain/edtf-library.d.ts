declare module 'edtf' {
  /** What the grammar read. Months count from 0; null stands for an unknown or open end alike. */
  export interface EdtfNode {
    readonly type: string
    readonly values: readonly (number | null | EdtfNode | readonly EdtfNode[])[]
    readonly uncertain?: unknown
    readonly approximate?: unknown
    readonly unspecified?: unknown
    readonly earlier?: boolean
    readonly later?: boolean
  }
  /** @throws where the text is not EDTF. */
  export function parse(text: string): EdtfNode
}
