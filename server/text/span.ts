// Spans of a text. Every offset in the core counts UTF-16 units from the start of the file.

export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export const span = (start: number, end: number): Span => ({ start, end });

/** The empty span at `offset`. */
export const at = (offset: number): Span => ({ start: offset, end: offset });

/** Whether `offset` is in the span or at one of its ends, like a caret. */
export const touches = (outer: Span, offset: number): boolean =>
  outer.start <= offset && offset <= outer.end;

export const covers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

export const slice = (text: string, { start, end }: Span): string => text.slice(start, end);

export const shift = ({ start, end }: Span, by: number): Span => ({
  start: start + by,
  end: end + by,
});
