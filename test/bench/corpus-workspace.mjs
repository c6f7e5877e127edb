// A workspace of the agent files in `test/corpus`, each at a place where its host reads it, in packages of 100 files. The larger
// corpus is not used, so that the ratios mean the same everywhere.
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { indexOf, resourcesOf } from '../../scripts/resources.mjs';

const folders = { copilot: '.github/agents', opencode: '.opencode/agent', kilo: '.kilo/agent' };
const perPackage = 100;

/** Copies `count` files below `folder`, repeating the corpus where it has fewer. Returns their absolute paths. */
export function layOutCorpus(folder, count) {
  const { ownCorpus: corpus } = resourcesOf(root);
  const all = indexOf(corpus);
  return Array.from({ length: count }, (_, index) => {
    const { file, host } = all[index % all.length];
    const ending = host === 'copilot' ? '.agent.md' : '.md';
    const stem = path.basename(file).replace(/(?:\.agent)?\.md$/, '');
    const home = path.join(folder, 'packages', `package-${Math.floor(index / perPackage)}`);
    // Files of hosts that the project does not know are judged like those that users copy to Claude Code.
    const to = path.join(home, folders[host] ?? '.claude/agents', `${stem}-${index}${ending}`);
    mkdirSync(path.dirname(to), { recursive: true });
    cpSync(path.join(corpus, file), to);
    return to;
  });
}
