// The agent files of the corpus that were written for VS Code and Copilot, or for Claude Code, each put into its
// host's folder of a workspace that lives as long as the run.
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../../scripts/build/options.mjs';
import { indexOf, resourcesOf } from '../../../scripts/resources.mjs';

const { corpus } = resourcesOf(root);

/** By the corpus' word for a host: where its files go, and how their names end there. */
const homes = {
  claude: { folder: '.claude/agents', ending: '.md' },
  copilot: { folder: '.github/agents', ending: '.agent.md' },
};

/** `{ from, to }` of every file, those of the two hosts in turn mixed by a fixed order; the first `most` of them. */
export function corpusFiles({ most = Number.POSITIVE_INFINITY } = {}) {
  const taken = new Set();
  // By the digest of the content: an order that is no one's, and the same at every run.
  return indexOf(corpus)
    .filter(({ host }) => host in homes)
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
    .slice(0, most)
    .map(({ file, host }) => {
      const { folder, ending } = homes[host];
      const name = path.basename(file).replace(/(\.agent|\.chatmode)?\.md$/, '');
      let to = `${folder}/${name}${ending}`;
      for (let n = 2; taken.has(to.toLowerCase()); n++) to = `${folder}/${name}-${n}${ending}`;
      taken.add(to.toLowerCase());
      return { from: file, to };
    });
}

/** Opened last: both the editor and Dossier report a finding on it when they reach it. */
const sentinel = {
  file: '.github/agents/zz-sentinel.agent.md',
  text: "---\ndescription: Waits.\ntools: ['edit']\n---\nYou wait.\n",
};

/** A workspace like that of the tests, which contains only these files. */
export function makeCorpusWorkspace(files) {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-corpus-')));
  const folder = path.join(scratch, 'workspace');
  const home = path.join(scratch, 'home');
  mkdirSync(home);
  for (const { from, to } of files) {
    mkdirSync(path.dirname(path.join(folder, to)), { recursive: true });
    cpSync(path.join(corpus, from), path.join(folder, to));
  }
  mkdirSync(path.join(folder, path.dirname(sentinel.file)), { recursive: true });
  writeFileSync(path.join(folder, sentinel.file), sentinel.text);
  const tally = path.join(scratch, 'tally.json');
  const asked = path.join(scratch, 'asked.json');
  const list = files.map(({ to }) => to);
  writeFileSync(asked, JSON.stringify({ files: list, sentinel: sentinel.file, tally }));
  return {
    ...{ scratch, folder, home, asked },
    /** What the tests have counted. */
    tally: () => JSON.parse(readFileSync(tally, 'utf8')),
    dispose: () =>
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
