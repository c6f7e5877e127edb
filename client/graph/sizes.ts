// Sizes and distances of the boxes in pixels. They must match graph.css.

/** The upper left corner of a box. */
export interface Box {
  readonly x: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const boxWidth = 208;
export const boxHeight = 48;
export const headingHeight = 32;
/** Distance between two boxes of a column or row. */
export const gap = 12;
/** Distance between two columns, for the lines. */
export const columnGap = 96;
/** Distance between two components. */
export const componentGap = 32;
