// Agents of all hosts with random fields and tools, for property tests.
import fc from 'fast-check';
import type { Host } from '../../server/hosts/model/host';
import { availableTools } from '../../server/hosts/model/tools';
import { flowScalar } from '../../server/yaml/scalar';

const words = ['Reviews changes.', 'Use it: always', 'Plans # not', 'Writes "tests"', 'Ähnlich'];
const patterns = ['git *', 'git push *', 'rm *', 'npm run *'];
const actions = ['allow', 'ask', 'deny'];
const models = [
  'sonnet',
  'opus',
  'inherit',
  'anthropic/claude-sonnet-4-5',
  'gpt-5',
  'openai/gpt-5',
];

const line = (key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  value.map((text) => `${key}: ${text}`);

/** The text of an agent file of the host. Not every one is valid there. */
export const madeAgent = (host: Host): fc.Arbitrary<string> =>
  host.kinds.agent.syntax === 'toml' ? madeRole : madeMarkdown(host);

const string = JSON.stringify;
const assignment = (key: string, ...values: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...values.map((value) => `${key} = ${string(value)}\n`), '');

const madeRole = fc
  .tuple(
    fc.constantFrom(...words),
    assignment('sandbox_mode', 'read-only', 'workspace-write', 'danger-full-access'),
    assignment('approval_policy', 'untrusted', 'on-request', 'never'),
    assignment('web_search', 'disabled', 'live'),
    assignment('model', ...models),
    assignment('model_reasoning_effort', 'high', 'xhigh', 'none'),
    fc.constantFrom('[mcp_servers.docs]\ncommand = "docs"\n', '[tools]\n', ''),
  )
  .map(([description, ...rest]) =>
    [
      `name = "made-agent"\ndescription = ${string(description)}\n`,
      `developer_instructions = """\nYou work.\n"""\n`,
      ...rest,
    ].join(''),
  );

function madeMarkdown(host: Host): fc.Arbitrary<string> {
  const [dialect] = Object.values(host.dialects);
  const names = dialect ? [...availableTools(dialect.tools)] : [];
  const others = [
    ...['mcp__tickets__create', 'mcp__tickets', 'mcp__tickets__*', 'mcp__*'],
    ...['tickets/*', 'tickets_*', '*'],
  ];
  const name = fc.constantFrom(...names, ...others);
  const list = fc
    .array(name, { maxLength: 6 })
    .map((all) => `[${all.map((one) => flowScalar(one)).join(', ')}]`);
  const action = fc.constantFrom(...actions);
  const rule = fc.oneof(
    action,
    fc
      .array(fc.tuple(fc.constantFrom('*', ...patterns), action), { minLength: 1, maxLength: 3 })
      .map((all) => {
        const pairs = Object.entries(Object.fromEntries(all));
        return `{ ${pairs.map(([pattern, one]) => `"${pattern}": ${one}`).join(', ')} }`;
      }),
  );
  const map = fc.dictionary(
    fc.constantFrom('*', 'read', 'edit', 'bash', 'task', 'webfetch'),
    rule,
    {
      maxKeys: 4,
    },
  );
  const isAction = ([key, value]: [string, string]): boolean =>
    key !== 'webfetch' || !value.startsWith('{');
  const permission = map.map((all) => {
    const pairs = Object.entries(all).filter(isAction);
    return pairs.length === 0
      ? 'allow'
      : `{ ${pairs.map(([key, value]) => `"${key}": ${value}`).join(', ')} }`;
  });
  const rules = fc
    .array(fc.tuple(fc.constantFrom('*', 'read', 'edit', 'bash'), action), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) =>
      all.map(([key, one]) => `\n  - { action: "${key}", resource: "*", effect: ${one} }`).join(''),
    );
  const fields: Record<string, fc.Arbitrary<string>> = {
    tools: list,
    disallowedTools: list,
    permission,
    permissions: rules,
    model: fc.constantFrom(...models),
    color: fc.constantFrom('blue', '"#16a34a"', 'primary'),
    maxTurns: fc.constantFrom('5', '20'),
    steps: fc.constantFrom('5', '20'),
    mode: fc.constantFrom('subagent', 'primary', 'all'),
    permissionMode: fc.constantFrom('plan', 'default', 'acceptEdits', 'dontAsk'),
    subagents: fc.constantFrom('[planner]', "'*'", '[]'),
    agents: fc.constantFrom('[planner]', "['*']", '[]'),
    'user-invocable': fc.constantFrom('true', 'false'),
    'disable-model-invocation': fc.constantFrom('true', 'false'),
    hidden: fc.constantFrom('true', 'false'),
    temperature: fc.constantFrom('0.1', '1'),
    capabilityMode: fc.constantFrom('read-only', 'read-write', 'execute', 'all'),
    injectDefaultTools: fc.constantFrom('true', 'false'),
    mcpInheritance: fc.constantFrom('none', 'all', '{ named: [tickets] }', '{ except: [docs] }'),
    memory: fc.constantFrom('project'),
    tags: fc.constantFrom('[a, b]'),
  };
  const known = Object.entries(fields).filter(
    ([key]) =>
      key === 'tags' || Object.values(host.dialects).some((one) => Object.hasOwn(one.fields, key)),
  );
  return fc
    .tuple(
      fc.constantFrom(...words),
      fc.tuple(...known.map(([key, value]) => fc.option(line(key, value), { freq: 2 }))),
    )
    .map(([description, lines]) =>
      [
        '---',
        'name: made-agent',
        `description: ${flowScalar(description)}`,
        ...lines.flatMap((one) => one ?? []),
        '---',
        '',
        'You work.',
        '',
      ].join('\n'),
    );
}
