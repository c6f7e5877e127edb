// How large the boxes of the graph are, and how far apart: the page's style draws them so.

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
/** Between two boxes of one column or row. */
export const gap = 12;
/** Between two columns, for lines. */
export const between = 96;
/** Between what has nothing to do with each other. */
export const apart = 32;
