// The field `permission`: what may be written in it.
import type { Choice, KeyType, Type } from '../type';

export const actions: readonly Choice[] = [
  { value: 'allow', means: 'Done without asking.', grants: true },
  { value: 'ask', means: 'The person is asked each time.' },
  {
    value: 'deny',
    means: 'Never done. For every pattern at once (`*`), the tool is not even shown to the model.',
  },
];

const action: Type = { type: 'one-of', choices: actions };

/** An action, or actions by pattern; some patterns are offered, any is taken. */
const ruleWith = (patterns: Readonly<Record<string, string>>): Type => ({
  type: 'any-of',
  types: [
    action,
    {
      type: 'map',
      keys: Object.fromEntries(
        Object.entries({ '*': 'Whatever no later line decides.', ...patterns }).map(
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
const plainly = (summary: string): KeyType => ({
  type: action,
  summary: `${summary} Takes an action only, no patterns.`,
});

export const permissionKeys: Readonly<Record<string, KeyType>> = {
  '*': ruled('Everything that no later line decides. Put it first: last, it wins over all.'),
  read: ruled('Reading files. Patterns are paths: "*.env".', { '*.env': 'Files of secrets.' }),
  edit: ruled(
    'Changing files: the tools edit, write and apply_patch. Patterns are paths: "src/*".',
    { 'src/*': 'Everything below src.', '*.md': 'Markdown files.' },
  ),
  glob: ruled('Finding files by name. Patterns are globs.'),
  grep: ruled('Searching the text of files. Patterns are regular expressions as searched.'),
  list: ruled('Once the tool that listed folders. No tool asks for it now.'),
  bash: ruled('Shell commands. Patterns are commands: "git push *" also covers "git push".', {
    'git *': 'Every command of git.',
    'git diff *': 'Showing changes.',
    'git push *': 'Pushing, with or without more words.',
    'npm run *': 'Scripts of the package.',
    'rm *': 'Removing files.',
  }),
  task: ruled('Starting other agents. Patterns are names of agents.'),
  skill: ruled('Loading skills. Patterns are names of skills.'),
  external_directory: ruled(
    'Touching files outside the project. Patterns are paths; "~/" and "$HOME/" stand for the home folder.',
    { '~/*': 'Everything in the home folder.' },
  ),
  lsp: ruled('Asking a language server (experimental).'),
  webfetch: plainly('Reading web pages.'),
  websearch: plainly('Searching the web.'),
  todowrite: plainly('Keeping the to-do list.'),
  question: plainly('Asking the person. Denied to own agents unless it is allowed here.'),
  doom_loop: plainly(
    'Going on after the same call was made three times. Asked, unless it is said otherwise.',
  ),
};

export const permissionTypeWith = (keys: Readonly<Record<string, KeyType>>): Type => ({
  type: 'any-of',
  types: [action, { type: 'map', keys, rest: rule }],
});

export const permissionType = permissionTypeWith(permissionKeys);

/** Keys that are no tool, and still decide something. */
export const beyondTools: ReadonlySet<string> = new Set([
  'external_directory',
  'doom_loop',
  'plan_enter',
  'plan_exit',
  'lsp',
]);
