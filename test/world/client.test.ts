import assert from 'node:assert/strict';
import { clientFileSystem } from '../../server/world/client';
import { inEnglish } from '../support/words';

const any = (): boolean => true;

describe('world/client', () => {
  it('knows files and the folders above them', () => {
    const world = clientFileSystem(any);
    world.put('/w/a/one.md', '1');
    world.put('/w/a/b/two.md', '2');
    assert.deepEqual(
      ['/w/a/one.md', '/w/a', '/w/a/b', '/w', '/v'].map((path) => world.has(path)),
      [true, true, true, true, false],
    );
    assert.deepEqual(
      ['/w/a', '/w/a/one.md', '/v'].map((path) => world.isFolder(path)),
      [true, false, false],
    );
    assert.deepEqual(
      [...world.walk('/w/a', (path) => path.endsWith('.md'))],
      ['/w/a/b/two.md', '/w/a/one.md'],
    );
    assert.equal(world.read('/w/a/one.md'), '1');
    assert.deepEqual(inEnglish(world.read('/w/a')), {
      problem: 'absent',
      message: 'The file does not exist.',
    });
  });

  it('removes a file, and a folder with everything in it', () => {
    const world = clientFileSystem(any);
    for (const path of ['/w/a/one.md', '/w/a/b/two.md', '/w/ab/three.md']) world.put(path, path);
    world.put('/w/a/one.md', 'again');
    world.put('/w/a/one.md', null);
    assert.ok(!world.has('/w/a/one.md') && world.has('/w/a'));
    world.put('/w/a', null);
    assert.deepEqual([...world.walk('/w', any)], ['/w/ab/three.md']);
    assert.ok(!world.has('/w/a'));
    world.clear();
    assert.ok(!world.has('/w'));
  });

  it('assumes that files exist if the client does not send such files', () => {
    const world = clientFileSystem((path) => path.endsWith('.md'));
    assert.ok(world.has('/w/build.sh'));
    assert.ok(!world.has('/w/build.md'));
  });

  it('leaves writing to the editor', () => {
    assert.throws(() => clientFileSystem(any).write('/w/one.md', '', '/w'), /by the editor/);
    assert.throws(() => clientFileSystem(any).create('/w/one.md', '', '/w'), /by the editor/);
  });
});
