// Locates the data that tests and scripts need: agent files, recorded output of the hosts' programs, seeds.
//   DOSSIER_CORPUS   a folder of agent files with an index.json; default: ../shared/corpus where it exists, else test/corpus
//   DOSSIER_SEEDS    a folder with 000.md to 004.md; default: ../shared/seeds where it exists, else test/seeds
//   DOSSIER_ORACLES  a folder of recorded output; default: ../shared/oracles where it exists, else none
//   DOSSIER_HOSTS    a folder of measurements of hosts; default: ../shared/hosts where it exists, else none
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @param root of the project.
 * @throws if a variable names a folder that does not contain the required file.
 */
export function resourcesOf(root, env = process.env) {
  const found = (variable, name, mark) => {
    const asked = env[variable];
    if (asked) {
      const folder = path.resolve(root, asked);
      if (existsSync(path.join(folder, mark))) return folder;
      throw new Error(`${variable} is ${folder}, which has no ${mark}.`);
    }
    const shared = path.resolve(root, '../shared', name);
    return existsSync(path.join(shared, mark)) ? shared : null;
  };
  const own = path.join(root, 'test/corpus');
  const corpus = found('DOSSIER_CORPUS', 'corpus', 'index.json') ?? own;
  return {
    corpus,
    ownCorpus: own,
    isOwnCorpus: corpus === own,
    seeds: found('DOSSIER_SEEDS', 'seeds', '000.md') ?? path.join(root, 'test/seeds'),
    oracles: found('DOSSIER_ORACLES', 'oracles', 'opencode-cases.json'),
    hosts: found('DOSSIER_HOSTS', 'hosts', 'vscode-copilot.json'),
  };
}

/** The entries of a corpus, in index order. */
export const indexOf = (corpus) =>
  JSON.parse(readFileSync(path.join(corpus, 'index.json'), 'utf8')).files;
