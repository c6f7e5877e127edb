// One agent file: fields, forms and faults as often as they were counted in real repositories.
import { prompt, sentences } from './words.mjs';

const tools = {
  claude: ['Read', 'Write', 'Edit', 'Bash', 'Grep', 'Glob', 'WebFetch', 'WebSearch', 'Task'],
  copilot: ['read', 'edit', 'search', 'execute', 'web', 'todo', 'agent'],
  opencode: ['read', 'write', 'edit', 'bash', 'grep', 'glob', 'webfetch'],
};
const removed = { claude: 'MultiEdit', copilot: 'codebase', opencode: 'patch' };
const models = {
  claude: ['sonnet', 'opus', 'haiku', 'inherit'],
  copilot: ['GPT-5', 'Claude Sonnet 4.5'],
  opencode: ['anthropic/claude-sonnet-4-5', 'openai/gpt-5'],
};
const foreign = { claude: 'gpt-5', copilot: 'sonnet', opencode: 'sonnet' };
const extras = [
  'version: 1.2.0',
  'author: platform',
  'category: quality',
  'tags: [code, review]',
  'priority: high',
  'updated: 2026-01-15',
];

const descriptions = [
  [0, 30],
  [0.05, 53],
  [0.25, 101],
  [0.5, 171],
  [0.75, 247],
  [0.95, 703],
  [0.99, 3350],
  [1, 4000],
];
const sizes = [
  [0, 500],
  [0.05, 903],
  [0.25, 2553],
  [0.5, 5883],
  [0.75, 10384],
  [0.95, 26466],
  [0.99, 43829],
  [1, 120000],
];

/** The whole text of an agent of that name. */
export function agentText(roll, host, name) {
  const body = prompt(roll, Math.max(200, roll.between(sizes) - 300));
  if (roll.percent(2)) return body;
  const text = `---\n${head(roll, host, name).join('\n')}\n---\n\n${body}`;
  return roll.percent(1) ? text.replaceAll('\n', '\r\n') : text;
}

function head(roll, host, name) {
  const lines = [];
  if (host !== 'opencode')
    lines.push(`name: ${roll.percent(23) ? name.replaceAll('-', ' ') : name}`);
  lines.push(`description: ${description(roll)}`);
  if (host === 'opencode') lines.push(`mode: ${roll.of(['subagent', 'primary', 'all'])}`);
  if (roll.percent(55)) lines.push(...toolLines(roll, host));
  if (roll.percent(55))
    lines.push(`model: ${roll.percent(3) ? foreign[host] : roll.of(models[host])}`);
  if (host === 'claude' && roll.percent(25))
    lines.push(`color: ${roll.of(['red', 'blue', 'green', 'purple', 'teal'])}`);
  if (roll.percent(30))
    for (const extra of extras.slice(0, 1 + roll.upTo(extras.length))) lines.push(extra);
  return lines;
}

function description(roll) {
  const words = sentences(roll, roll.between(descriptions));
  // An unquoted colon: what is wrong with nearly all frontmatters that cannot be read.
  if (roll.percent(5)) return `Use this agent when: ${words}`;
  const form = roll.upTo(20);
  if (form < 12) return words;
  if (form < 16) return `"${words}"`;
  if (form < 17) return `'${words}'`;
  if (form < 18) return `"${words} \\"Now.\\""`;
  return `${form < 19 ? '|' : '>-'}\n  ${words.replaceAll('. ', '.\n  ')}`;
}

function toolLines(roll, host) {
  const chosen = tools[host].filter(() => roll.percent(50));
  if (chosen.length === 0) chosen.push(tools[host][0]);
  if (roll.percent(5)) chosen.push(removed[host]);
  if (host === 'opencode')
    return ['tools:', ...chosen.map((tool) => `  ${tool}: ${roll.of(['true', 'false'])}`)];
  const form = host === 'copilot' ? 75 + roll.upTo(25) : roll.upTo(100);
  if (form < 75) return [`tools: ${chosen.join(', ')}`];
  if (form < 88)
    return [
      `tools: [${chosen.map((tool) => (host === 'copilot' ? `'${tool}'` : tool)).join(', ')}]`,
    ];
  return ['tools:', ...chosen.map((tool) => `  - ${tool}`)];
}
