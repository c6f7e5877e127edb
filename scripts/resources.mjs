// Locates the data that tests and scripts need: agent files, seeds, recorded output of the hosts' programs. The repository has what
// its tests need; only these variables name larger collections, which no script looks for by itself:
//   DOSSIER_CORPUS   a folder of agent files with an index.json; default: test/corpus
//   DOSSIER_SEEDS    a folder with 000.md to 004.md; default: test/seeds
//   DOSSIER_ORACLES  a folder of recorded output; default: none
//   DOSSIER_SKILLS   a folder of skills and commands, OWNER__REPOSITORY/PATH; default: none
//   DOSSIER_HOSTS    a folder of measurements of hosts; default: none
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @param root of the project.
 * @throws if a variable names a folder that does not contain the required file.
 */
export function resourcesOf(root, env = process.env) {
  const named = (variable, mark) => {
    const asked = env[variable];
    if (!asked) return null;
    const folder = path.resolve(root, asked);
    if (existsSync(path.join(folder, mark))) return folder;
    throw new Error(`${variable} is ${folder}, which has no ${mark}.`);
  };
  const own = path.join(root, 'test/corpus');
  const corpus = named('DOSSIER_CORPUS', 'index.json') ?? own;
  return {
    corpus,
    ownCorpus: own,
    isOwnCorpus: corpus === own,
    seeds: named('DOSSIER_SEEDS', '000.md') ?? path.join(root, 'test/seeds'),
    oracles: named('DOSSIER_ORACLES', 'opencode-cases.json'),
    hosts: named('DOSSIER_HOSTS', 'vscode-copilot.json'),
    skills: named('DOSSIER_SKILLS', 'NOTICE.md'),
  };
}

/** The entries of a corpus, in index order. */
export const indexOf = (corpus) =>
  JSON.parse(readFileSync(path.join(corpus, 'index.json'), 'utf8')).files;
