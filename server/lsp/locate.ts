// Converts spans in files to protocol locations, whether or not the files are open.
import type { Location, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../text/span';
import type { FileSystem } from '../world/file-system';
import { rangeOf } from './encode';
import { uriOf } from './uri';

/** Returns null if the file cannot be read. A null span refers to the start of the file. */
export type Locate = (path: string, span: Span | null) => Location | null;

export const locateIn =
  (world: FileSystem, open: TextDocuments<TextDocument>): Locate =>
  (path, span) => {
    const uri = uriOf(path);
    const document = open.get(uri) ?? closed(uri, path, world);
    return document && { uri, range: rangeOf(document, span ?? { start: 0, end: 0 }) };
  };

/** Returns the text of a file, whether or not it is open. */
export const textIn =
  (world: FileSystem, open: TextDocuments<TextDocument>) =>
  (path: string): string | null => {
    const uri = uriOf(path);
    return (open.get(uri) ?? closed(uri, path, world))?.getText() ?? null;
  };

function closed(uri: string, path: string, world: FileSystem): TextDocument | null {
  try {
    return TextDocument.create(uri, 'markdown', 0, world.read(path));
  } catch {
    return null;
  }
}
