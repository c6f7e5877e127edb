// docs/protocol.md lists what the server supports. It answers these requests and no others.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as protocol from 'vscode-languageserver-protocol/node';
import { everyCapability } from '../support/every-capability';
import { serving } from '../support/serving';

const page = readFileSync('docs/protocol.md', 'utf8');
const [, fromClient = ''] = /## From the client\n([\s\S]*?)\n## /.exec(page) ?? [];
const [, fromServer = ''] = /## From the server\n([\s\S]*)/.exec(page) ?? [];

const rowsOf = (table: string) =>
  [...table.matchAll(/^\| `(\S+)` \| (yes|no) \| (.*) \|$/gm)].map(
    ([, method = '', mark, why]) => ({
      method,
      isSupported: mark === 'yes',
      why,
    }),
  );

const requests: ReadonlySet<string> = new Set(
  Object.values(protocol).flatMap((one) =>
    typeof one === 'object' && one !== null && 'type' in one && 'method' in one
      ? one.type instanceof protocol.ProtocolRequestType ||
        one.type instanceof protocol.ProtocolRequestType0
        ? String(one.method)
        : []
      : [],
  ),
);

const uri = 'file:///w/.claude/agents/reviewer.md';
const text = '---\nname: reviewer\ndescription: Reviews.\ncolor: red\n---\nReview.\n';
const position = { line: 1, character: 7 };
const range = { start: position, end: position };
const item = { name: '', kind: 5, uri, range, selectionRange: range };
/** Fits every request well enough to be understood. */
const anything = {
  ...{ textDocument: { uri }, position, range, positions: [position], newName: 'other' },
  ...{ context: { diagnostics: [], includeDeclaration: true }, query: '', label: '', title: '' },
  ...{ files: [], command: '', previousResultIds: [], item, options: { tabSize: 2 } },
  color: { red: 1, green: 0, blue: 0, alpha: 1 },
};

describe('docs/protocol.md', () => {
  it('lists every message of the protocol, and why one is missing', () => {
    const rows = [...rowsOf(fromClient), ...rowsOf(fromServer)];
    assert.ok(rows.length > 90, String(rows.length));
    for (const method of requests)
      assert.ok(
        rows.some((row) => row.method === method),
        method,
      );
    for (const { method, isSupported, why } of rows) assert.equal(why === '', isSupported, method);
  });

  it('is true of each request', async () => {
    const session = await serving({ capabilities: everyCapability });
    session.open(uri, text);
    const isAnswered = async (method: string): Promise<boolean> =>
      session.connection.sendRequest(method, anything).then(
        () => true,
        (error: { code?: number }) => error.code !== protocol.ErrorCodes.MethodNotFound,
      );
    // These begin and end the session.
    const asked = rowsOf(fromClient).filter(
      ({ method }) => requests.has(method) && !/^(?:initialize|shutdown)$/.test(method),
    );
    assert.ok(asked.length > 50, String(asked.length));
    for (const { method, isSupported } of asked)
      assert.equal(await isAnswered(method), isSupported, method);
    session.end();
  });
});
