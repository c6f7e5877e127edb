// Real agents made to name another: a line or two are put into their frontmatter, in every form that their host knows.
import type { Dice } from '../../conformance/random';
import type { CorpusAgent } from '../../support/corpus-agents';

interface Seed {
  /** A key that the file must not have already. */
  readonly key: string;
  readonly lines: (id: string) => string;
}

const seeds: Readonly<Record<string, readonly Seed[]>> = {
  'claude-code': [
    { key: 'tools', lines: (id) => `tools: Read, Agent(${id}), Grep` },
    { key: 'tools', lines: (id) => `tools: [Read, "Task(other-one, ${id})"]` },
    { key: 'tools', lines: (id) => `tools:\n  - Read\n  - Agent( ${id} )` },
    { key: 'disallowedTools', lines: (id) => `disallowedTools: Agent(${id}), WebFetch` },
    { key: 'observer', lines: (id) => `observer: ${id}` },
    { key: 'observer', lines: (id) => `observer: "${id}, another"` },
  ],
  vscode: [
    { key: 'agents', lines: (id) => `agents: ['${id}', other]` },
    { key: 'agents', lines: (id) => `agents:\n  - ${id}\n  - other` },
    {
      key: 'handoffs',
      lines: (id) => `handoffs:\n  - label: Go on\n    agent: ${id}\n    prompt: Go on.`,
    },
    {
      key: 'handoffs',
      lines: (id) => `handoffs:\n  - agent: "${id}"\n    label: Go on\n    prompt: Go on.`,
    },
  ],
  opencode: [
    { key: 'permission', lines: (id) => `permission:\n  task:\n    ${id}: allow\n    "*": deny` },
    { key: 'permission', lines: (id) => `permission:\n  task:\n    "*": ask\n    '${id}': deny` },
    { key: 'permission', lines: (id) => `permission: { task: { "${id}": ask, "*": deny } }` },
    // A pattern for several names stays unchanged.
    {
      key: 'permission',
      lines: (id) => `permission:\n  task:\n    ${id}: ask\n    "${id}*": deny`,
    },
  ],
};

export const seedsOf = (host: string): readonly Seed[] =>
  seeds[host === 'kilo' ? 'opencode' : host] ?? [];

/** The text with the lines at the top of its frontmatter; null where it has none, or has the key. */
export function seeded(text: string, { key, lines }: Seed, id: string): string | null {
  if (!text.startsWith('---\n')) return null;
  const end = text.indexOf('\n---', 3);
  const taken = new RegExp(`^(?:${key}|name:[ \\t]*$)`, 'm');
  if (end < 0 || taken.test(text.slice(0, end))) return null;
  return `---\n${lines(id)}\n${text.slice(4)}`;
}

const head = (key: string, body = 'Test it.'): string =>
  `---\n${key}\ndescription: Tests.\n---\n${body}\n`;

/** Only a name without a space can be mentioned, and it is given another without one. */
const mention = (id: string, form: (id: string) => string): string =>
  /[A-Z ]/.test(id) ? 'Test it.' : `Ask ${form(id)} to test it, ${form(id)}s are others.`;
const config = (id: string): string =>
  `{
  // ${id} is a comment.
  "default_agent": "${id}",
  "agent": { "${id}": { "temperature": 0.1 }, "other": { "description": "${id}" } },
  "command": { "test": { "template": "${id}", "agent": "${id}" } },
}
`;

/** Files that are no agents and name one, by host. */
const besides: Readonly<Record<string, (id: string) => Readonly<Record<string, string>>>> = {
  'claude-code': (id) => ({
    '.claude/settings.json': `{ "permissions": { "allow": ["Agent(${id}2)"], "deny": ["Agent(${id})", "Task(${id})"] } }\n`,
    '.claude/skills/test/SKILL.md': head(
      `name: test\ncontext: fork\nagent: ${id}`,
      mention(id, (name) => `@agent-${name}`),
    ),
  }),
  vscode: (id) => ({
    '.github/prompts/a.prompt.md': head(
      `agent: ${id}`,
      mention(id, (name) => `@${name}`),
    ),
    '.github/prompts/b.prompt.md': head(`agent: '${id}'`),
  }),
  opencode: (id) => ({
    'opencode.json': config(id),
    '.opencode/command/test.md': head(
      `agent: "${id}"`,
      mention(id, (name) => `@${name}`),
    ),
  }),
  kilo: (id) => ({ 'kilo.json': config(id) }),
};

export const companionsOf = (host: string, id: string): readonly (readonly [string, string])[] =>
  Object.entries(besides[host]?.(id) ?? {});

/** Those in an order of chance, the same for the same dice. */
export function shuffled(agents: readonly CorpusAgent[], chance: Dice): readonly CorpusAgent[] {
  const left = [...agents];
  const found: CorpusAgent[] = [];
  while (left.length > 0) found.push(...left.splice(chance.upTo(left.length), 1));
  return found;
}
