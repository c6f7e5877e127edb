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
    const lines = out.trimEnd().split('\n');
    assert.deepEqual(
      lines.filter((line) => line.length > 100),
      [],
    );
    const words = (text: string): string => text.replaceAll(/\s+/g, ' ');
    assert.equal(words(lines.join(' ')), words(expected.join(' ')));
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

describe('dossier programs', () => {
  it('lists only the programs that are named', () => {
    const { code, out } = running({}, ['programs', 'codex']);
    assert.equal(code, 0);
    assert.match(out, /^Codex \(codex\) /);
    assert.doesNotMatch(out, /Claude Code \(/);
    const { err } = running({}, ['programs', 'cluade']);
    assert.equal(err, 'dossier: unknown program "cluade". Did you mean "claude-code"?\n');
  });
});

describe('dossier lsp', () => {
  it('starts the server, and only shows its usage if asked', () => {
    for (const flag of ['--stdio', '--node-ipc', '--socket=9000', '--pipe=x']) {
      const { out, code } = running({}, ['lsp', flag]);
      assert.deepEqual([out, code], ['serving', null], flag);
    }
    const { out, err, code } = running({}, ['lsp']);
    assert.deepEqual([out, code], ['', 2]);
    assert.equal(err, 'dossier: lsp requires a connection to an editor. Use --stdio.\n');
    for (const flag of ['--help', '-h']) {
      const { code, out } = running({}, ['lsp', flag]);
      assert.equal(code, 0);
      assert.match(out, /^dossier lsp/);
    }
  });
});
