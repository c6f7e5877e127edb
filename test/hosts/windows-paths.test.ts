// Paths as Windows writes them mean the same as with slashes.
import assert from 'node:assert/strict';
import { posix, win32 } from 'node:path';
import { slashed } from '../../server/cli/paths';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import { hosts, placesOf } from '../support/catalog';

describe('a path of Windows', () => {
  for (const host of hosts) {
    const parts = host.ownFile.replaceAll('{name}', 'reviewer').split('/');
    const forWindows = win32.join('C:\\My Projects', ...parts);

    it(`has the places of the path with slashes, in the folder of ${host.name}`, () => {
      const expected = placesOf(posix.join('C:/My Projects', ...parts));
      assert.deepEqual(
        placesOf(forWindows).map(({ host: { id }, role, base }) => [id, role, base]),
        expected.map(({ host: { id }, role, base }) => [id, role, base]),
      );
      assert.equal(slashed(forWindows), posix.join('C:/My Projects', ...parts));
    });

    it(`names the agent after its file alone, copied to ${host.name}`, () => {
      const [windows, slashes] = ['C:\\My Projects\\reviewer.md', 'C:/My Projects/reviewer.md'].map(
        (file) => placeInOwnFolder(host, file),
      );
      assert.deepEqual([windows?.path, windows?.base], [slashes?.path, slashes?.base]);
      assert.ok(windows === null || windows?.base === 'reviewer');
    });
  }
});
