// Requests that an editor takes back while they wait, and bugs that must not affect anything else.
import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol';
import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { unknown } from '../../server/hosts/model/evidence';
import type { Host } from '../../server/hosts/model/host';
import { type OutcomeTable, outcomesMethod } from '../../server/protocol/protocol';
import { directServer } from '../support/direct-server';
import { heron, stork } from '../support/made-hosts';
import { serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const text = '---\nname: reviewer\ndescription: Reviews.\ntools: Read, Bassh\n---\nYou review.\n';

describe('a request that is cancelled while it waits', () => {
  it('is not answered, and the others are', async () => {
    const session = await serving();
    session.open(uri, text);
    await session.published(uri);
    const sources = Array.from({ length: 20 }, () => new CancellationTokenSource());
    const answers = sources.map(({ token }) =>
      session.connection.sendRequest<OutcomeTable>(outcomesMethod, { uri }, token).then(
        (found) => found.hosts.length,
        ({ code }: { readonly code: number }) => code,
      ),
    );
    for (const source of sources.slice(1, -1)) source.cancel();
    const found = await Promise.all(answers);
    const isCancelled = (code: number): boolean => code === LSPErrorCodes.RequestCancelled;
    // The first one may be answered already, and the last one was not cancelled.
    assert.ok(found.filter(isCancelled).length >= 15, String(found));
    assert.ok((found.at(-1) ?? 0) > 10, String(found));
    session.end();
  });
});

/** Their reader fails at a word, as a bug in it would. */
const brokenAt = (host: Host, word: string): Host => ({
  ...host,
  kinds: {
    ...host.kinds,
    agent: {
      ...host.kinds.agent,
      reader: (input) => {
        if (input.outline.text.includes(word)) throw new TypeError(`secret of the file: ${word}`);
        return host.kinds.agent.reader(input);
      },
    },
  },
});

const turns = async (): Promise<void> => {
  for (let count = 0; count < 6; count++) await new Promise((done) => setImmediate(done));
};

describe('a bug', () => {
  const file = 'file:///w/.shared/agents/reviewer.md';
  const shared = (host: Host): Host => ({
    ...host,
    locations: host.locations.slice(0, 1).map((one) => ({ ...one, glob: '.shared/agents/*.md' })),
  });

  it('in one host leaves the findings of the others, and is logged once without the text', async () => {
    const catalog = new HostCatalog([shared(brokenAt(heron, 'crash')), shared(stork)]);
    const server = await directServer({ catalog, isOurs: false });
    server.open(file, '---\nspeed: slow\n---\nYou crash.\n', 'markdown');
    await turns();
    const found = server.diagnostics.get(file) ?? [];
    assert.deepEqual(
      found.map(({ source, code }) => [source, code]),
      [['Dossier · Stork', 'missing-field']],
    );
    for (let version = 2; version < 6; version++) {
      const at = { line: 3, character: 0 };
      server.edit(file, version, [{ range: { start: at, end: at }, text: 'a' }]);
      await turns();
    }
    assert.equal(server.errors.length, 1);
    assert.match(server.errors[0] ?? '', /^Bug in verdict for heron: .*TypeError\n\s+at /s);
    assert.ok(!server.errors[0]?.includes('secret'));
  });

  it('in one rule leaves the findings of the others, and is logged once', async () => {
    // The rule on sizes asks the host which services read the file too.
    const broken: Host = {
      ...shared(heron),
      alsoReadBy: [
        {
          name: 'Service',
          maxPrompt: 1,
          evidence: unknown,
          reads: () => {
            throw new RangeError('secret of the file');
          },
        },
      ],
    };
    const server = await directServer({ catalog: new HostCatalog([broken]), isOurs: false });
    server.open(file, '---\ndescription: Reviews.\nspeed: warp\n---\nYou review.\n', 'markdown');
    await turns();
    const found = server.diagnostics.get(file) ?? [];
    assert.deepEqual(
      found.map(({ code }) => code),
      ['invalid-value'],
    );
    assert.equal(server.errors.length, 1);
    assert.match(server.errors[0] ?? '', /^Bug in too-large for heron: .*RangeError\n\s+at /s);
    assert.ok(!server.errors[0]?.includes('secret'));
  });
});
