// One file has one identity in every spelling of its URI: made paths, as different clients write them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyOf, movedUri, pathOf, uriOf } from '../../server/lsp/documents/uri';
import { openingDocuments } from '../support/opening-documents';
import { times } from '../support/share';
import { madePaths, spellings } from '../support/spelled-uris';

const runs = { numRuns: times(10_000), seed: 20261121 };
/** Milliseconds on a busy machine. */
const timeout = 60_000;

/** Paths in the server have no slash before a drive. */
const serverPath = (path: string): string => path.replace(/^\/(?=[a-z]:\/)/, '');

describe('URIs', () => {
  it('have one path and one key in all spellings, which no other file has', () => {
    fc.assert(
      fc.property(madePaths, madePaths, spellings, spellings, (path, second, one, other) => {
        assert.equal(pathOf(one(path)), serverPath(path));
        assert.equal(pathOf(uriOf(pathOf(one(path)))), pathOf(other(path)));
        assert.equal(keyOf(one(path)), keyOf(other(path)));
        if (path !== second) assert.notEqual(keyOf(one(path)), keyOf(other(second)));
      }),
      runs,
    );
  }).timeout(timeout);

  it('of a renamed file keep the spelling of its folder', () => {
    fc.assert(
      fc.property(madePaths, madePaths, spellings, (path, second, spelled) => {
        const name = second.slice(second.lastIndexOf('/') + 1);
        const to = `${serverPath(path).replace(/[^/]*$/, '')}${name}`;
        const uri = spelled(path);
        const moved = movedUri(uri, to);
        assert.equal(pathOf(moved), to);
        assert.equal(moved.replace(/[^/]*$/, ''), uri.replace(/[^/]*$/, ''));
        assert.equal(pathOf(movedUri(uri, serverPath(second))), serverPath(second));
      }),
      runs,
    );
  }).timeout(timeout);
});

describe('open documents', () => {
  it('are found in any spelling, and answer in that of the client', () => {
    fc.assert(
      fc.property(
        madePaths,
        fc.tuple(spellings, spellings, spellings),
        (path, [one, two, three]) => {
          const { open, send } = openingDocuments();
          const uri = one(path);
          send('open', { textDocument: { uri, languageId: 'markdown', version: 1, text: 'old' } });
          const change = {
            textDocument: { uri: two(path), version: 2 },
            contentChanges: [{ text: 'new' }],
          };
          send('change', change);
          const document = open.get(three(path));
          assert.deepEqual(
            [document?.uri, document?.version, document?.getText()],
            [uri, 2, 'new'],
          );
          assert.equal(open.at(serverPath(path)), document);
          assert.equal(open.all().length, 1);
          assert.equal(open.uriOf(serverPath(path)), uri);
          send('close', { textDocument: { uri: three(path) } });
          assert.equal(open.get(uri), undefined);
          assert.equal(open.all().length, 0);
          assert.equal(open.uriOf(serverPath(path)), uri, 'the file is still called this');
        },
      ),
      runs,
    );
  }).timeout(timeout);
});
