// The type of the field `permission`.
import type { Choice, KeyType, Type } from '../model/type';

export const actions: readonly Choice[] = [
  { value: 'allow', means: 'Runs without asking.', grants: true },
  { value: 'ask', means: 'Asks the user each time.' },
  {
    value: 'deny',
    means: 'Never runs. If it applies to every pattern (`*`), the tool is hidden from the model.',
  },
];

const action: Type = { type: 'one-of', choices: actions };

/** An action, or a map from patterns to actions. The given patterns are offered, and any other is accepted. */
const ruleWith = (patterns: Readonly<Record<string, string>>): Type => ({
  type: 'any-of',
  types: [
    action,
    {
      type: 'map',
      keys: Object.fromEntries(
        Object.entries({ '*': 'Everything that no later line matches.', ...patterns }).map(
          ([pattern, summary]) => [pattern, { type: action, summary }],
        ),
      ),
      rest: action,
    },
  ],
});

const rule: Type = ruleWith({});

export const ruled = (
  summary: string,
  patterns: Readonly<Record<string, string>> = {},
): KeyType => ({
  type: ruleWith(patterns),
  summary,
});
const actionOnly = (summary: string): KeyType => ({
  type: action,
  summary: `${summary} Accepts only an action, no patterns.`,
});

export const permissionKeys: Readonly<Record<string, KeyType>> = {
  '*': ruled(
    'Everything that no later line matches. Put it first: in last place, it overrides all other rules.',
  ),
  read: ruled('Reading files. Patterns are paths, such as "*.env".', {
    '*.env': 'Files with secrets.',
  }),
  edit: ruled(
    'Changing files with the tools edit, write and apply_patch. Patterns are paths, such as "src/*".',
    { 'src/*': 'Everything below src.', '*.md': 'Markdown files.' },
  ),
  glob: ruled('Finding files by name. Patterns are globs.'),
  grep: ruled(
    'Searching the contents of files. Patterns match the regular expression that is searched for.',
  ),
  list: ruled('Listing folders. No current tool uses this permission.'),
  bash: ruled(
    'Running shell commands. Patterns are commands: "git push *" also matches "git push".',
    {
      'git *': 'All git commands.',
      'git diff *': 'Showing changes.',
      'git push *': 'Pushing, with or without arguments.',
      'npm run *': 'Package scripts.',
      'rm *': 'Removing files.',
    },
  ),
  task: ruled('Calling other agents. Patterns are agent names.'),
  skill: ruled('Loading skills. Patterns are skill names.'),
  external_directory: ruled(
    'Accessing files outside the project. Patterns are paths; "~/" and "$HOME/" stand for the home folder.',
    { '~/*': 'Everything in the home folder.' },
  ),
  lsp: ruled('Querying a language server (experimental).'),
  webfetch: actionOnly('Reading web pages.'),
  websearch: actionOnly('Searching the web.'),
  todowrite: actionOnly('Updating the to-do list.'),
  question: actionOnly(
    'Asking the user questions. Denied to custom agents unless it is allowed here.',
  ),
  doom_loop: actionOnly('Continuing after three identical tool calls. The default is ask.'),
};

export const permissionTypeWith = (keys: Readonly<Record<string, KeyType>>): Type => ({
  type: 'any-of',
  types: [action, { type: 'map', keys, rest: rule }],
});

export const permissionType = permissionTypeWith(permissionKeys);

/** Keys that are not the name of a tool but have an effect nevertheless. */
export const beyondTools: ReadonlySet<string> = new Set([
  'external_directory',
  'doom_loop',
  'plan_enter',
  'plan_exit',
  'lsp',
]);
