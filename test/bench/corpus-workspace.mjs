// A workspace of agent files, each at a place where its host reads it, in packages of 100 files. The files of `test/corpus` are
// short, so each gets a prompt as long as those of real files; what they contain is the same everywhere.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/build/options.mjs';
import { indexOf, resourcesOf } from '../../scripts/resources.mjs';
import { sizes } from './made/agent.mjs';
import { dice } from './made/dice.mjs';
import { prompt } from './made/words.mjs';

const folders = { copilot: '.github/agents', opencode: '.opencode/agent', kilo: '.kilo/agent' };
const perPackage = 100;
const { ownCorpus } = resourcesOf(root);

function lengthened(text, seed) {
  const roll = dice(seed);
  const missing = roll.between(sizes) - text.length;
  return missing > 0 ? `${text.trimEnd()}\n\n${prompt(roll, missing)}` : text;
}

/**
 * Writes `count` files below `folder`, repeating the corpus where it has fewer. Returns their absolute paths.
 * @param corpus a folder of real files with an index.json. Default: `test/corpus`.
 */
export function layOutCorpus(folder, count, corpus = ownCorpus) {
  const all = indexOf(corpus);
  return Array.from({ length: count }, (_, index) => {
    const { file, host } = all[index % all.length];
    const ending = host === 'copilot' ? '.agent.md' : '.md';
    const stem = path.basename(file).replace(/(?:\.agent)?\.md$/, '');
    const home = path.join(folder, 'packages', `package-${Math.floor(index / perPackage)}`);
    // Files of hosts that the project does not know are judged like those that users copy to Claude Code.
    const to = path.join(home, folders[host] ?? '.claude/agents', `${stem}-${index}${ending}`);
    const text = readFileSync(path.join(corpus, file), 'utf8');
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, corpus === ownCorpus ? lengthened(text, index) : text);
    return to;
  });
}
