// The floor under every server of our kind: the library's connection and documents with empty answers. With FLOOR_PARSE it
// also does the least that an honest checker does at each change: cut out the frontmatter and parse it with ranges.
import {
  createConnection,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineCounter, parseDocument } from 'yaml';

function flaws(text) {
  const start = text.indexOf('\n') + 1;
  const end = text.startsWith('---') ? text.indexOf('\n---', start - 1) : -1;
  if (end < 0) return [];
  const lineCounter = new LineCounter();
  const head = text.slice(start, end + 1);
  const { errors } = parseDocument(head, { lineCounter, keepSourceTokens: true });
  return errors.map(({ pos, message }) => {
    const { line, col } = lineCounter.linePos(pos[0]);
    const at = { line, character: col - 1 };
    return { range: { start: at, end: at }, message, severity: 1 };
  });
}

const check = process.env.FLOOR_PARSE ? flaws : () => [];
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: {},
    hoverProvider: true,
  },
}));
documents.onDidChangeContent(({ document }) => {
  const { uri, version } = document;
  connection.sendDiagnostics({ uri, version, diagnostics: check(document.getText()) });
});
connection.onCompletion(() => []);
connection.onHover(() => null);
documents.listen(connection);
connection.listen();
