// Documents that a request contains: the editor synchronizes only files in folders of hosts, but can ask about any file.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { View } from '../features/view';
import type { SentText } from '../protocol';
import type { Session } from './session';

/** A question about a document, whether or not the client has opened it. */
export interface Question {
  readonly uri: string;
  /** Its text, in case it is not open. */
  readonly sent?: SentText | undefined;
}

/** Like `answer`, and for a document that is not open with the text that the request contains. */
export function answerAbout<Result>(
  {
    open,
    answer,
    documents,
    makeDocument,
  }: Pick<Session, 'open' | 'answer' | 'documents' | 'makeDocument'>,
  { uri, sent }: Question,
  nothing: Result,
  ask: (document: TextDocument, view: View) => Result,
): Result {
  if (open.get(uri) || !sent) return answer(uri, 'the answer', nothing, ask);
  const document = makeDocument(uri, sent.text, sent.version);
  try {
    return ask(document, documents.view(document));
  } finally {
    // Nothing else would discard the view of a document that is never closed.
    documents.forget(uri);
  }
}
