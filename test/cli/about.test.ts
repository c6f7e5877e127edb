// The commands that describe the program itself, and the one that starts the server.
import assert from 'node:assert/strict';
import { unverifiedParts } from '../../server/hosts/model/unverified-parts';
import { catalog } from '../support/catalog';
import { running } from '../support/running';

describe('dossier hosts', () => {
  it('lists each host with its locations, and what is not verified', () => {
    const { code, out } = running({}, ['hosts']);
    assert.equal(code, 0);
    const expected = catalog.hosts.flatMap((host) => {
      const unverified = unverifiedParts(host);
      return [
        `${host.name} (${host.id}) ${host.version}, verified ${host.verified}`,
        ...(unverified.length > 0 ? [`  not verified: ${unverified.join(', ')}`] : []),
        ...host.locations.map(
          ({ glob, scope, role, summary }) => `  ${glob}  ${scope}, ${role}: ${summary}`,
        ),
      ];
    });
    assert.deepEqual(out.trimEnd().split('\n'), expected);
    assert.ok(expected.some((line) => line.startsWith('  not verified: ')));
  });

  it('lists the same as JSON', () => {
    const { json } = running({}, ['hosts', '--format', 'json']);
    const { hosts } = json as { hosts: { id: string; unverified: string[] }[] };
    assert.deepEqual(
      hosts.map(({ id, unverified }) => [id, unverified]),
      catalog.hosts.map((host) => [host.id, unverifiedParts(host)]),
    );
  });
});

describe('dossier lsp', () => {
  it('starts the server, and only shows its usage if asked', () => {
    assert.deepEqual([running({}, ['lsp']).out, running({}, ['lsp']).code], ['serving', null]);
    for (const flag of ['--help', '-h']) {
      const { code, out } = running({}, ['lsp', flag]);
      assert.equal(code, 0);
      assert.match(out, /^dossier lsp/);
    }
  });
});
