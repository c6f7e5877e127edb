// Converts spans in files to protocol locations, whether or not the files are open.
import type { Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../text/span';
import type { FileSystem } from '../world/file-system';
import { rangeOf } from './encode';
import type { OpenDocuments } from './open-documents';
import { uriOf } from './uri';

/** Returns null if the file cannot be read. A null span refers to the start of the file. */
export type Locate = (path: string, span: Span | null) => Location | null;

export const locateIn =
  (world: FileSystem, open: OpenDocuments): Locate =>
  (path, span) => {
    const document = open.at(path) ?? closed(path, world);
    return (
      document && { uri: open.uriOf(path), range: rangeOf(document, span ?? { start: 0, end: 0 }) }
    );
  };

/** Returns the text of a file, whether or not it is open. */
export const textIn =
  (world: FileSystem, open: OpenDocuments) =>
  (path: string): string | null =>
    (open.at(path) ?? closed(path, world))?.getText() ?? null;

function closed(path: string, world: FileSystem): TextDocument | null {
  const text = world.read(path);
  return typeof text === 'string' ? TextDocument.create(uriOf(path), 'markdown', 0, text) : null;
}
