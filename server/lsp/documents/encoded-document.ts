// Documents whose positions count as the client does. Offsets are UTF-16 everywhere in the server. A position of the protocol
// counts the units of the encoding on which client and server agreed, and only the documents made here convert between the two.
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

type Position = ReturnType<TextDocument['positionAt']>;
type Range = Parameters<TextDocument['getText']>[0];

export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** Makes a document with the given content. Its version is 0 by default, as of a file that is not open. */
export type MakeDocument = (uri: string, text: string, version?: number) => TextDocument;

/** Units of a character by its code point. Half of a surrogate pair counts as the replacement character. */
const unitsOf: Readonly<Record<PositionEncoding, (codePoint: number) => number>> = {
  'utf-8': (codePoint) =>
    codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4,
  'utf-16': (codePoint) => (codePoint < 0x10000 ? 1 : 2),
  'utf-32': () => 1,
};

/**
 * Returns the first encoding in the client's order of preference that the server supports. A client that offers none counts in
 * UTF-16, which every client has to support.
 */
export const encodingFor = (offered: readonly string[] | undefined): PositionEncoding =>
  offered?.find((name): name is PositionEncoding => Object.hasOwn(unitsOf, name)) ?? 'utf-16';

export function encodedDocument(
  encoding: PositionEncoding,
  uri: string,
  languageId: string,
  version: number,
  text: string,
): TextDocument {
  const document = TextDocument.create(uri, languageId, version, text);
  return encoding === 'utf-16' ? document : new EncodedDocument(document, encoding);
}

/** Applies changes to a document made by `encodedDocument`, and returns it. */
export function updatedDocument(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  if (!(document instanceof EncodedDocument))
    return TextDocument.update(document, [...changes], version);
  document.update(changes, version);
  return document;
}

/** Returns the units between two offsets on one line of the document. */
export function unitsBetween(document: TextDocument, start: number, end: number): number {
  return document.positionAt(end).character - document.positionAt(start).character;
}

class EncodedDocument implements TextDocument {
  /** The same document, counted in UTF-16. */
  #document: TextDocument;
  readonly #unitsOf: (codePoint: number) => number;

  constructor(document: TextDocument, encoding: PositionEncoding) {
    this.#document = document;
    this.#unitsOf = unitsOf[encoding];
  }

  get uri(): string {
    return this.#document.uri;
  }

  get languageId(): string {
    return this.#document.languageId;
  }

  get version(): number {
    return this.#document.version;
  }

  get lineCount(): number {
    return this.#document.lineCount;
  }

  getText(range?: Range): string {
    const text = this.#document.getText();
    return range ? text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : text;
  }

  getLineRange(line: number): ReturnType<TextDocument['getLineRange']> {
    const { start, end } = this.#document.getLineRange(line);
    const at = (position: Position): Position => this.positionAt(this.#document.offsetAt(position));
    return { start: at(start), end: at(end) };
  }

  getEOLCharacters(line: number): string {
    return this.#document.getEOLCharacters(line);
  }

  positionAt(offset: number): Position {
    const { line, character } = this.#document.positionAt(offset);
    const start = this.#document.offsetAt({ line, character: 0 });
    return { line, character: this.#walk(start, start + character).units };
  }

  offsetAt({ line, character }: Position): number {
    const start = this.#document.offsetAt({ line, character: 0 });
    const end = this.#document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    return this.#walk(start, end, character).offset;
  }

  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const counted =
        'range' in change ? { range: this.#inUtf16(change.range), text: change.text } : change;
      this.#document = TextDocument.update(this.#document, [counted], version);
    }
    if (changes.length === 0) this.#document = TextDocument.update(this.#document, [], version);
  }

  #inUtf16({ start, end }: NonNullable<Range>): NonNullable<Range> {
    const at = (position: Position): Position => this.#document.positionAt(this.offsetAt(position));
    return { start: at(start), end: at(end) };
  }

  /** Counts whole characters from `start` up to the offset `end`, as many as fit in `most` units. */
  #walk(
    start: number,
    end: number,
    most = Number.POSITIVE_INFINITY,
  ): { offset: number; units: number } {
    const text = this.#document.getText();
    let offset = start;
    let units = 0;
    while (offset < end) {
      const codePoint = text.codePointAt(offset) ?? 0;
      const next = offset + (codePoint > 0xffff ? 2 : 1);
      const more = units + this.#unitsOf(codePoint);
      if (next > end || more > most) break;
      offset = next;
      units = more;
    }
    return { offset, units };
  }
}
