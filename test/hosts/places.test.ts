// Which files in the folders of hosts are agents: files whose names do not match the pattern of a location are read by no
// host, whatever they contain.
import assert from 'node:assert/strict';
import { hostsIgnoring } from '../../server/hosts/catalog/misplaced';
import { endingOf, foldersOf } from '../../server/hosts/model/glob';
import type { Host } from '../../server/hosts/model/host';
import { catalog, mainHosts, placesOf } from '../support/catalog';
import { running } from '../support/running';

const text = '---\nname: x\ndescription: Reviews changes.\n---\nYou review.\n';

interface Explained {
  readonly files: readonly { readonly verdicts: readonly { host: string; reason: string }[] }[];
}

const explained = (path: string, ...argv: readonly string[]): string[] => {
  const { json } = running({ [path]: text }, ['explain', path, ...argv, '--format', 'json']);
  return ((json as Explained).files[0]?.verdicts ?? []).map(
    ({ host, reason }) => `${host} ${reason}`,
  );
};

const isReadBy = ({ locations }: Host, name: string): boolean =>
  locations.some(({ glob, ignoresCase }) =>
    (ignoresCase ? name.toLowerCase() : name).endsWith(endingOf(glob)),
  );

/** The agent folders of every host in a project. */
const folders = mainHosts.flatMap((host) =>
  host.locations
    .filter(({ scope, role }) => scope === 'project' && role === 'owner')
    // A single file has no folder of its own.
    .flatMap(({ glob }) => {
      const [folder] = foldersOf(glob);
      return folder === undefined ? [] : [{ host, folder }];
    }),
);

describe('a file in an agent folder', () => {
  const seen = new Set<string>();
  for (const { host, folder } of folders) {
    const { id } = host;
    // A host may read several endings, each by a location of its own.
    if (seen.has(`${id} ${folder}`)) continue;
    seen.add(`${id} ${folder}`);
    it(`is no agent of ${id} in ${folder} if its name has another ending`, () => {
      for (const name of ['x.txt', 'x.markdown', 'x.mdc', 'x', 'x.md.txt', 'x.MD', 'x.json']) {
        const path = `${folder}/${name}`;
        if (isReadBy(host, name)) continue;
        // Another host may read it: Copilot CLI does not distinguish the case of the ending.
        if (placesOf(path).length > 0) continue;
        assert.ok(
          hostsIgnoring(catalog, path).some(({ host }) => host.id === id),
          path,
        );
        assert.ok(explained(path).includes(`${id} not-read`), path);
        assert.ok(
          explained(path).every((verdict) => verdict.endsWith(' not-read')),
          path,
        );
        assert.deepEqual(explained(path, '--host', id), [`${id} not-read`]);
      }
    });
  }

  it('is reported by `check` with the reason why it is not read', () => {
    const { out, err } = running({ '.opencode/agent/x.markdown': text }, [
      'check',
      '.opencode/agent/x.markdown',
    ]);
    assert.match(err, /OpenCode reads only file names that end with "\.md"\. Rename the file\./);
    assert.equal(out, '');
  });

  it('is ignored by hosts that ignore hidden files', () => {
    const hosts = (path: string): string[] => placesOf(path).map(({ host }) => host.id);
    assert.ok(!hosts('.github/agents/.x.md').includes('copilot-cli'));
    assert.ok(!hosts('.github/agents/.sub/x.md').includes('copilot-cli'));
    assert.ok(hosts('.github/agents/sub/x.md').includes('copilot-cli'));
    assert.deepEqual(hosts('.opencode/agent/.sub/.x.md'), ['opencode']);
  });

  it('is checked for the host that its fields suggest outside of all agent folders', () => {
    assert.deepEqual(explained('notes/x.md'), ['claude-code null']);
  });
});
