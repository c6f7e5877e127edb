// Documents that a request contains: the editor synchronizes only files in folders of hosts, but can ask about any file. It can
// also ask about a file as if it were in the folder of a host.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type View, viewOf } from '../features/view';
import { placeInOwnFolder } from '../hosts/model/own-folder';
import type { ShownFile } from '../protocol';
import type { Session } from './session';

/** Like `answer`, and for a document that is not open with the text that the request contains. */
export function answerAbout<Result>(
  { open, answer, documents }: Pick<Session, 'open' | 'answer' | 'documents'>,
  { uri, sent, assumedHost }: ShownFile,
  nothing: Result,
  ask: (document: TextDocument, view: View) => Result,
): Result {
  const askAbout = (document: TextDocument, located: View): Result => {
    const view = assumedHost === undefined ? located : viewInFolderOf(assumedHost, located);
    return view ? ask(document, view) : nothing;
  };
  if (open.get(uri) || !sent) return answer(uri, 'the answer', nothing, askAbout);
  const document = TextDocument.create(uri, 'markdown', sent.version, sent.text);
  try {
    return askAbout(document, documents.view(document));
  } finally {
    // Nothing else would discard the view of a document that is never closed.
    documents.forget(uri);
  }
}

/** The view as if the file were in the host's own folder. Null for an unknown host, or a name that it ignores. */
function viewInFolderOf(id: string, view: View): View | null {
  const { catalog, path, settings, context, workspace, outline } = view;
  const host = catalog.hostById(id);
  const place = host && placeInOwnFolder(host, path);
  if (!place) return null;
  const { text } = outline;
  return viewOf({ catalog, path, settings, context, workspace, text, places: [place] });
}
