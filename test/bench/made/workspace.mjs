// A workspace of agents by the thousand, laid out as large repositories are: one big folder a host, plugins, small packages.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeAgent } from './agent.mjs';
import { dice } from './dice.mjs';
import { nameFrom, sentences } from './words.mjs';

const categories = ['core', 'quality', 'data', 'infra', 'docs', 'mobile', 'research', 'release'];
const parts = ['api', 'web', 'tools'];
/** From so many files on there is one folder of 1,500 and one file of 250 kB. */
const adversarial = 10_000;
const endings = { claude: '.md', copilot: '.agent.md', opencode: '.md' };

/**
 * Writes `count` agents below `root`. The same seed and count make the same bytes.
 * @returns `{ files, faults }`: absolute paths, and by path what is wrong with the file.
 */
export function makeWorkspace(root, count, seed = 1) {
  const roll = dice(seed);
  const roots = new Map();
  const made = { claude: [], copilot: [], opencode: [] };
  const files = [];
  const faults = {};
  while (files.length < count) {
    const isCrowd = count >= adversarial && files.length < 1500;
    const place = isCrowd
      ? { host: 'claude', root: '.claude/agents', folder: 'all' }
      : placeFrom(roll);
    const { host } = place;
    const taken = namesIn(roots, place, root);
    const model = roll.percent(27) ? modelFrom(roll, made[host], taken) : undefined;
    const name = nameIn(roll, taken, model);
    const file = fileIn(root, place, taken, name);
    const agent = model
      ? nearCopy(roll, model, name)
      : makeAgent(roll, host, name, colleague(roll, made[host]));
    if (count >= adversarial && files.length === adversarial / 2)
      agent.text = agent.text.padEnd(250_000, 'And once more. ');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, agent.text);
    made[host].push({ name, ...agent });
    files.push(file);
    if (agent.faults.length > 0) faults[file] = agent.faults;
  }
  return { files, faults };
}

const colleague = (roll, made) => (made.length > 0 ? roll.of(made).name : 'nobody');

function namesIn(roots, { root, plugin }, workspace) {
  const known = roots.get(root);
  if (known) return known;
  if (plugin) {
    const manifest = path.join(workspace, plugin, '.claude-plugin/plugin.json');
    mkdirSync(path.dirname(manifest), { recursive: true });
    writeFileSync(manifest, `${JSON.stringify({ name: path.basename(plugin) })}\n`);
  }
  const taken = { names: new Set(), files: new Set() };
  roots.set(root, taken);
  return taken;
}

/** An agent to copy, if it can be had one whose name is not in this root yet. */
function modelFrom(roll, made, { names }) {
  if (made.length === 0) return undefined;
  const drawn = Array.from({ length: 4 }, () => roll.of(made));
  return drawn.find(({ name }) => !names.has(name)) ?? drawn[0];
}

/** Of a near copy in another root mostly the name of its model; else one that the root has not, with few exceptions. */
function nameIn(roll, { names }, model) {
  if (model && !names.has(model.name) && roll.percent(95)) return model.name;
  if (names.size > 0 && roll.percent(0.3))
    return [...names].at(-1 - roll.upTo(Math.min(20, names.size)));
  let name = nameFrom(roll);
  while (names.has(name)) name = nameFrom(roll);
  return name;
}

function fileIn(root, { root: below, folder, host }, { names, files }, name) {
  names.add(name);
  const at = (stem) => path.join(root, below, folder, `${stem}${endings[host]}`);
  let file = at(name);
  for (let n = 2; files.has(file); n++) file = at(`${name}-${n}`);
  files.add(file);
  return file;
}

/** The text of another agent under a name of its own, with a sentence more at its end. */
function nearCopy(roll, model, name) {
  const text = model.text.replace(/^name: .*$/m, `name: ${name}`);
  return { text: `${text.trimEnd()}\n\n${sentences(roll, 80)}\n`, faults: model.faults };
}

/** Of files that one of our programs reads: Claude Code 69 of 100, Copilot 17, OpenCode 14. */
function placeFrom(roll) {
  const host = roll.percent(69) ? 'claude' : roll.percent(55) ? 'copilot' : 'opencode';
  const kind = roll.upTo(20);
  if (host === 'claude' && kind >= 10 && kind < 17) {
    const plugin = `plugins/plugin-${roll.upTo(40)}`;
    return { host, plugin, root: `${plugin}/agents`, folder: '' };
  }
  const above = kind >= 17 ? `packages/package-${roll.upTo(30)}/` : '';
  if (host === 'copilot') return { host, root: `${above}.github/agents`, folder: '' };
  const root = `${above}${host === 'claude' ? '.claude/agents' : '.opencode/agents'}`;
  const depth = above ? 0 : roll.upTo(3);
  const folder = [roll.of(categories), roll.of(parts)].slice(0, depth).join('/');
  return { host, root, folder };
}
