// One agent file: fields, forms and faults as often as they were counted in real repositories.
import { known, notes } from './fields.mjs';
import { foreignPrompt, prompt, sentences } from './words.mjs';

const tools = {
  claude: ['Read', 'Write', 'Edit', 'Bash', 'Grep', 'Glob', 'WebFetch', 'WebSearch', 'Task'],
  copilot: ['read', 'edit', 'search', 'execute', 'web', 'todo', 'agent'],
  opencode: ['read', 'write', 'edit', 'bash', 'grep', 'glob', 'webfetch'],
};
const removed = { claude: 'MultiEdit', copilot: 'codebase', opencode: 'patch' };
const models = {
  claude: ['sonnet', 'sonnet', 'sonnet', 'opus', 'haiku', 'inherit'],
  copilot: ['GPT-5', 'Claude Sonnet 4.5'],
  opencode: ['anthropic/claude-sonnet-4-5', 'openai/gpt-5'],
};
const foreign = { claude: 'gpt-4o', copilot: 'sonnet', opencode: 'sonnet' };
/** Of a hundred files, how many have the field. */
const shares = {
  claude: { tools: 49, model: 54 },
  copilot: { tools: 79, model: 41 },
  opencode: { tools: 75, model: 14 },
};

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
/** Characters of the whole file. */
export const sizes = [
  [0, 500],
  [0.05, 903],
  [0.25, 2553],
  [0.5, 5883],
  [0.75, 10384],
  [0.95, 26466],
  [0.99, 43829],
  [1, 120000],
];
/** Characters of a head with notes of its author: what makes the long ones among all heads. */
const heads = [
  [0, 0],
  [0.66, 300],
  [0.78, 1500],
  [0.95, 3400],
  [1, 4400],
];

/**
 * `{ text, faults }` of an agent of that name; `colleague` is the name of one that was made before.
 * Faults are among `unquoted-colon`, `column-0`, `no-head`, `removed-tool`, `foreign-model`, `long-description`, `crlf`.
 */
export function makeAgent(roll, host, name, colleague) {
  const faults = [];
  const has = (share, fault) => roll.percent(share) && faults.push(fault) > 0;
  const body = (roll.percent(1.1) ? foreignPrompt : prompt)(
    roll,
    Math.max(200, roll.between(sizes) - 400),
  );
  if (has(2, 'no-head')) return { text: body, faults };
  const head = headOf(roll, host, name, colleague, has).join('\n');
  const text = `---\n${head}\n---\n\n${body}`;
  return { text: has(1, 'crlf') ? text.replaceAll('\n', '\r\n') : text, faults };
}

function headOf(roll, host, name, colleague, has) {
  const lines = [];
  if (host !== 'opencode' || roll.percent(52))
    lines.push(`name: ${roll.percent(21) ? titled(name) : name}`);
  lines.push(...description(roll, has));
  if (host === 'opencode' && roll.percent(87))
    lines.push(`mode: ${roll.of(['subagent', 'primary', 'all'])}`);
  if (roll.percent(shares[host].tools)) lines.push(...toolLines(roll, host, has));
  if (roll.percent(shares[host].model))
    lines.push(`model: ${has(5, 'foreign-model') ? foreign[host] : roll.of(models[host])}`);
  lines.push(...known[host](roll, colleague));
  const room = roll.between(heads) - lines.join('\n').length;
  if (roll.percent(30)) lines.push(...notes(roll, room));
  return lines;
}

const titled = (name) =>
  name.replace(/(^|-)(\w)/g, (_, dash, first) => (dash ? ' ' : '') + first.toUpperCase());

/** As many plain, quoted and folded ones as were counted. */
function description(roll, has) {
  const length = roll.between(descriptions);
  const words = sentences(roll, length);
  if (length > 1024) has(100, 'long-description');
  if (has(4.75, 'unquoted-colon')) return [`description: Use this agent when: ${words}`];
  if (has(0.25, 'column-0'))
    return [`description: ${words}`, 'Examples follow here, and none of it is indented.'];
  const form = roll.upTo(100);
  if (form < 68) return [`description: ${words}`];
  if (form < 80) return [`description: "${words}"`];
  if (form < 83) return [`description: "${words} \\"Now.\\""`];
  if (form < 88) return [`description: '${words}'`];
  const folded = words.replaceAll('. ', '.\n  ');
  return [`description: ${form < 95 ? '>-' : '|'}\n  ${folded}`];
}

function toolLines(roll, host, has) {
  const chosen = tools[host].filter(() => roll.percent(50));
  if (chosen.length === 0) chosen.push(tools[host][0]);
  if (has(9, 'removed-tool')) chosen.push(removed[host]);
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
