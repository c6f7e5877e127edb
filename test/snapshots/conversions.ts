// What a user sees of a conversion: its account, and the file. Each agent is converted to several programs.
import { outlineOfFile } from '../../server/agent/outline';
import { convert } from '../../server/convert/convert';
import type { Host } from '../../server/hosts/model/host';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import { english } from '../../server/text/translate';
import { catalog, hosts } from '../support/catalog';
import { lineDifference } from './line-difference';

/** The lines between the fences, by program. */
const agents: Readonly<Record<string, readonly string[]>> = {
  'claude-code': [
    'name: reviewer\ndescription: Reviews changes.',
    'name: Lead Reviewer\ndescription: d\ntools: Read, Grep, Bash\nmodel: sonnet\ncolor: red',
    'name: a\ndescription: d\ndisallowedTools: Write, Edit, NotebookEdit, mcp__docs',
    'name: a\ndescription: d\ntools: Read, Agent(tester, planner), mcp__docs__search, mcp__notes\nmodel: inherit',
    'name: a\ndescription: d\ntools: "*"\ndisallowedTools: Bash, Nothing\nmodel: claude-haiku-4-5-20251001',
    'name: a\ndescription: d\ntools: []\npermissionMode: plan\nmaxTurns: 5\nskills: [style, tests]\nmodel: opus',
    'name: a\ndescription: d\ntools: Bash(git diff:*), WebFetch, WebSearch, Skill, TodoWrite\neffort: high\nmodel: other/own',
  ],
  vscode: [
    'description: d\ntools: [read, search, "docs/*"]\nmodel: Claude Sonnet 4.5 (copilot)',
    'description: d\nname: Named\ntools: [edit, execute]\nmodel: [GPT-5, Claude Sonnet 4.5]\nhandoffs:\n  - label: Go\n    agent: tester\n    prompt: Test it.',
    'description: d\nagents: [tester]\ntools: [agent, web]\nuser-invocable: false\nargument-hint: What',
    'description: d\ndisable-model-invocation: true\nmodel: Unknown (copilot)',
  ],
  opencode: [
    'description: d\nmode: primary\nmodel: anthropic/claude-sonnet-4-5\ntemperature: 0.2\ncolor: "#ff0000"',
    'description: d\nmode: subagent\npermission:\n  "*": ask\n  read: allow\n  bash:\n    "*": deny\n    "git *": allow\n  task:\n    "*": deny\n    tester: allow',
    'description: d\nmode: all\ntools:\n  write: false\n  edit: false\n  docs_search: false\nsteps: 4\nhidden: true',
    'description: d\npermission:\n  edit: deny\n  webfetch: ask\n  "docs_*": deny\nmodel: openai/gpt-5\nvariant: high',
    'description: d\ndisable: true\nprompt: Other.\ntop_p: 0.5',
    'description: d\nmodel: own/own\ncolor: accent\npermission: deny',
  ],
  'opencode@2': [
    'description: d\nmode: all\npermissions:\n  - { action: edit, resource: "*", effect: deny }\n  - { action: shell, resource: "git *", effect: ask }',
  ],
  'gemini-cli': [
    'name: a\ndescription: d\ntools: [read_file, run_shell_command]\nmodel: gemini-2.5-pro\ntemperature: 0.3\nmax_turns: 9',
    'name: a\ndescription: d\nkind: local\nmodel: inherit\ntimeout_mins: 4',
  ],
  cursor: [
    'name: a\ndescription: d\nmodel: fast\nreadonly: true',
    'name: a\ndescription: d\nmodel: inherit\nis_background: true',
  ],
  'qwen-code': [
    'name: a\ndescription: d\ntools:\n  - read_file\n  - shell\ncolor: blue\nmodel: inherit',
  ],
  'copilot-cli': [
    'description: d\ntools: [view, shell, task]\nmodel: claude-sonnet-4.5',
    'description: d\ninfer: false\ntools: ["*"]',
  ],
  factory: [
    'name: a\ndescription: d\ntools: [Read, LS, Execute]\nmodel: inherit',
    'name: a\ndescription: d\ntools: read-only',
  ],
};

const targets = [
  'claude-code',
  'codex',
  'cursor',
  'gemini-cli',
  'opencode',
  'opencode@2',
  'vscode',
];

const prompt = 'Use `Read` or `read_file`, then `Bash`, `bash` or `execute`.\n\nNever `Write`.\n';

export const conversionTexts: readonly { readonly name: string; readonly text: () => string }[] =
  hosts
    .filter(({ id }) => agents[id] !== undefined)
    .map((source) => ({
      name: source.id.replace('@', '-'),
      text: () =>
        `${(agents[source.id] ?? [])
          .flatMap((head) => [
            indented(head),
            ...targetsOf(source).map((to) => shown(source, to, head)),
          ])
          .join('\n\n')}\n`,
    }));

const targetsOf = ({ id }: Host): readonly Host[] =>
  hosts.filter((host) => host.id !== id && targets.includes(host.id) && host.conversion);

function shown(source: Host, target: Host, head: string): string {
  const place = placeInOwnFolder(source, 'reviewer.md');
  if (!place) return `${source.id} has no folder`;
  const outline = outlineOfFile(place.path, `---\n${head}\n---\n\n${prompt}`);
  const made = (choices: Readonly<Record<string, string>>) =>
    convert({ catalog, outline, place, target, options: { choices } });
  const { path, text, isRefused, account } = made({});
  // What each other option changes in the file.
  const others = account.flatMap(({ choice }) =>
    (choice?.options ?? []).flatMap(({ value }) => {
      if (!choice || value === choice.chosen) return [];
      const other = made({ [choice.id]: value }).text;
      const difference = lineDifference(text ?? '', other ?? '');
      return [
        `  with ${choice.id}=${value}${other === null ? ': no file' : ''}`,
        ...difference.map((row) => (row ? `    ${row[0]} ${row[1]}`.trimEnd() : '    ...')),
      ];
    }),
  );
  const rows = account.map(({ part, change, why, offset, covers = [], choice }) =>
    [
      `  ${change} ${part.of} ${part.name}${offset === null ? '' : ` at ${offset}`}: ${english(why)}`,
      ...(covers.length === 0 ? [] : [`    covers ${covers.join(', ')}`]),
      ...(choice === undefined
        ? []
        : choice.options.map(
            ({ value, label, isWider }) =>
              `    ${choice.id}=${value}${value === choice.chosen ? ', chosen' : ''}${isWider ? ', wider' : ''}: ${english(label)}`,
          )),
    ].join('\n'),
  );
  const body = text?.endsWith(`\n---\n\n${prompt}`) ? text.slice(0, -prompt.length - 1) : text;
  return [
    `to ${target.id}: ${path}${isRefused ? ', refused' : ''}`,
    ...rows,
    ...(body === null || body === undefined ? [] : [indented(body.trimEnd())]),
    ...others,
  ].join('\n');
}

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `    | ${line}`.trimEnd())
    .join('\n');
