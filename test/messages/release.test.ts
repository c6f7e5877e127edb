// What a release needs: the changelog, the name, the addresses, and the steps that are left to a person.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { forExtensionPage, linksOf } from '../../scripts/package/extension-page.mjs';
import { changelogOf, nameState, todo } from '../../scripts/package/release-steps.mjs';

const address = 'https://github.com/someone/dossier';

describe('a release', () => {
  it('has a section in the changelog, and nothing that is unreleased', () => {
    const text = '# Changelog\n\n## [Unreleased]\n\n- A\n- B\n\n## [1.0.0] - 2026-01-01\n\n- C\n';
    assert.deepEqual(changelogOf(text, '1.0.0').problems, [
      'CHANGELOG.md lists 2 changes as unreleased. Move them to 1.0.0.',
    ]);
    assert.equal(changelogOf(text, '1.1.0').problems.length, 2);
    assert.deepEqual(changelogOf(text.replace('- A\n- B\n', ''), '1.0.0').problems, []);
  });

  it('reports a name that is taken, and does not guess offline', () => {
    assert.equal(nameState({ status: 1, stderr: 'npm error code E404' }, address).what, 'free');
    assert.equal(nameState({ status: null }, address).what, 'unknown (offline)');
    assert.equal(nameState({ status: 1, stderr: 'ENOTFOUND' }, address).what, 'unknown (offline)');
    const other = { status: 0, stdout: '{"repository.url":"git+https://github.com/x/y.git"}' };
    assert.match(nameState(other, address).problems.join(), /is taken\. Change "name"/);
    const ours = { status: 0, stdout: `{"repository.url":"git+${address}.git"}` };
    assert.deepEqual(nameState(ours, address), { what: 'ours', problems: [] });
  });

  it('states the steps with their keys', () => {
    const of = { name: '@a/dossier', version: '1.2.3', files: ['a.tgz', 'a.vsix'], address };
    const steps = todo(of).join('\n');
    for (const word of ['npm publish a.tgz', 'VSCE_PAT', 'OVSX_PAT', 'refs/tags/v1.2.3', ':1.2.3'])
      assert.ok(steps.includes(word), word);
    assert.doesNotMatch(steps, /:@a/);
    assert.match(todo({ ...of, address: undefined }).join('\n'), /Fill in "repository"/);
  });

  it('has all its addresses from one setting', () => {
    assert.deepEqual(linksOf({ repository: address }), {
      repository: { type: 'git', url: `git+${address}.git` },
      homepage: `${address}#readme`,
      bugs: { url: `${address}/issues` },
    });
    assert.deepEqual(linksOf({}), {});
  });
});

describe('the pages of the stores', () => {
  for (const page of ['scripts/package/store.md', 'CHANGELOG.md', 'README.md']) {
    const text = forExtensionPage(readFileSync(page, 'utf8'), address);
    const targets = [
      ...[...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
      ...[...text.matchAll(/\b(?:src|srcset)="([^"]+)"/g)].map(([, target = '']) => target),
    ];

    it(`${page} have no dead link and no relative picture`, () => {
      for (const target of targets) {
        assert.match(target, /^(?:https:\/\/|#)/);
        const [, file] = /\/(?:blob|raw)\/HEAD\/([^#]+)/.exec(target) ?? [];
        if (target.startsWith(address))
          assert.ok(file !== undefined && existsSync(path.resolve(file)), target);
      }
    });
  }

  it('are short, with a picture', () => {
    const text = readFileSync('scripts/package/store.md', 'utf8');
    assert.ok(text.split(/\s+/).length < 300);
    assert.match(
      forExtensionPage(text, address),
      /!\[[^\]]+\]\(https:\/\/[^)]+\/raw\/HEAD\/images\//,
    );
    assert.doesNotMatch(forExtensionPage(text), /!\[|\]\((?!https:|#)/);
  });
});
