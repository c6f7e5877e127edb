// Edits of several files, collected while they are found.
import type { Edit } from '../text/edit';
import { overlaps, type Span } from '../text/span';

export class EditsByPath {
  readonly #edits = new Map<string, Edit[]>();

  /** Adds an edit, unless another one covers a part of the same text: several hosts find the same reference. */
  put(path: string, span: Span, text: string): void {
    const there = this.#edits.get(path) ?? [];
    const isTaken = there.some(
      (edit) => edit.span.start === span.start || overlaps(edit.span, span),
    );
    if (!isTaken) there.push({ span, text });
    this.#edits.set(path, there);
  }

  has(path: string, span: Span): boolean {
    return this.of(path).some((edit) => overlaps(edit.span, span));
  }

  of(path: string): readonly Edit[] {
    return this.#edits.get(path) ?? [];
  }

  drop(path: string): void {
    this.#edits.delete(path);
  }

  all(): ReadonlyMap<string, readonly Edit[]> {
    return this.#edits;
  }
}
