// Where tests and scripts look for data: in the repository, and in folders that the environment names. Nowhere else.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { resourcesOf } from '../../scripts/resources.mjs';

describe('the data of tests', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'dossier-resources-'));
    mkdirSync(path.join(folder, 'shared/corpus'), { recursive: true });
    writeFileSync(path.join(folder, 'shared/corpus/index.json'), '{"files":[]}');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are those of the repository, whatever is next to it', () => {
    const root = path.join(folder, 'dossier');
    const corpus = path.join(root, 'test/corpus');
    assert.deepEqual(resourcesOf(root, {}), {
      corpus,
      ownCorpus: corpus,
      isOwnCorpus: true,
      seeds: path.join(root, 'test/seeds'),
      oracles: null,
      hosts: null,
      skills: null,
    });
  });

  it('are in the folders that variables name, absolute or below the project', () => {
    const corpus = path.join(folder, 'shared/corpus');
    for (const DOSSIER_CORPUS of [corpus, 'shared/corpus']) {
      const found = resourcesOf(folder, { DOSSIER_CORPUS });
      assert.equal(found.corpus, corpus);
      assert.equal(found.isOwnCorpus, false);
    }
  });

  it('are not replaced where a variable names a folder without them', () =>
    assert.throws(
      () => resourcesOf(folder, { DOSSIER_SEEDS: 'shared/corpus' }),
      /DOSSIER_SEEDS is .*, which has no 000\.md/,
    ));
});
