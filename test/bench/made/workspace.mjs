// A workspace of agents by the thousand, laid out as large repositories are: one big folder a host, plugins, small packages.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { agentText } from './agent.mjs';
import { dice } from './dice.mjs';
import { nameFrom } from './words.mjs';

const categories = ['core', 'quality', 'data', 'infra', 'docs', 'mobile', 'research', 'release'];

/** Writes `count` agents below `root`; gives their paths. The same seed and count make the same bytes. */
export function makeWorkspace(root, count, seed = 1) {
  const roll = dice(seed);
  const taken = new Set();
  const files = [];
  const plugins = new Set();
  while (files.length < count) {
    const { folder, host, ending, plugin } = placeFrom(roll);
    const name = nameFrom(roll);
    let file = path.join(root, folder, `${name}${ending}`);
    for (let n = 2; taken.has(file); n++) file = path.join(root, folder, `${name}-${n}${ending}`);
    taken.add(file);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, agentText(roll, host, path.basename(file, ending)));
    files.push(file);
    if (plugin && !plugins.has(plugin)) {
      plugins.add(plugin);
      const manifest = path.join(root, plugin, '.claude-plugin/plugin.json');
      mkdirSync(path.dirname(manifest), { recursive: true });
      writeFileSync(manifest, `${JSON.stringify({ name: path.basename(plugin) })}\n`);
    }
  }
  return files;
}

function placeFrom(roll) {
  const host = roll.percent(69) ? 'claude' : roll.percent(55) ? 'copilot' : 'opencode';
  const ending = host === 'copilot' ? '.agent.md' : '.md';
  if (host === 'copilot') return { folder: '.github/agents', host, ending };
  if (host === 'opencode')
    return { folder: `.opencode/agent/${roll.of(categories)}`, host, ending };
  const kind = roll.upTo(10);
  if (kind < 6) return { folder: `.claude/agents/${roll.of(categories)}`, host, ending };
  if (kind < 9) {
    const plugin = `plugins/plugin-${roll.upTo(40)}`;
    return { folder: `${plugin}/agents`, host, ending, plugin };
  }
  return { folder: `packages/package-${roll.upTo(30)}/.claude/agents`, host, ending };
}
