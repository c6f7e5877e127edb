// Converts spans in files to protocol locations, whether or not the files are open.
import type { Location } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../text/span';
import type { FileSystem } from '../../world/file-system';
import { rangeOf } from '../answers/encode';
import type { MakeDocument } from './encoded-document';
import type { OpenDocuments } from './open-documents';
import { uriOf } from './uri';

/** Returns null if the file cannot be read. A null span refers to the start of the file. */
export type Locate = (path: string, span: Span | null) => Location | null;

export function locateIn(
  world: FileSystem,
  open: OpenDocuments,
  makeDocument: MakeDocument,
): Locate {
  const closed = (path: string): TextDocument | null => {
    const text = world.read(path);
    return typeof text === 'string' ? makeDocument(uriOf(path), text) : null;
  };
  return (path, span) => {
    const document = open.at(path) ?? closed(path);
    return (
      document && { uri: open.uriOf(path), range: rangeOf(document, span ?? { start: 0, end: 0 }) }
    );
  };
}

/** Returns the text of a file, whether or not it is open. */
export const textIn =
  (world: FileSystem, open: OpenDocuments) =>
  (path: string): string | null => {
    const text = open.at(path)?.getText() ?? world.read(path);
    return typeof text === 'string' ? text : null;
  };
