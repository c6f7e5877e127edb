// The rules for shell commands in Kilo: all agents can run some commands without asking, and read-only agents can run only
// commands that read.
import type { Rule } from '../opencode/rules';

const bash = (action: string, patterns: readonly string[]): readonly Rule[] =>
  patterns.map((pattern) => ({ permission: 'bash', pattern, action }));

const withArguments = (text: string): readonly string[] =>
  text.split(' ').map((word) => `${word} *`);

const reading = bash(
  'allow',
  withArguments(
    'cat head tail less ls tree pwd echo wc which type file diff du df date uname whoami printenv man grep rg ag sort uniq cut tr jq',
  ),
);

/** The rules that every agent starts from. */
export const everydayCommands: readonly Rule[] = [
  ...bash('ask', ['*']),
  ...reading,
  ...bash('allow', withArguments('touch mkdir cp mv tsc tsgo tar unzip gzip gunzip')),
];

const gitReads = [
  'git log *',
  'git show *',
  'git diff *',
  'git status *',
  'git blame *',
  'git rev-parse *',
  'git rev-list *',
  'git ls-files *',
  'git ls-tree *',
  'git ls-remote *',
  'git shortlog *',
  'git describe *',
  'git cat-file *',
  'git name-rev *',
  'git stash list *',
  'git tag -l *',
  'git branch --list *',
  'git branch -a *',
  'git branch -r *',
  'git remote -v *',
];

const gitHubReads = [
  'gh pr view *',
  'gh pr list *',
  'gh pr status *',
  'gh pr diff *',
  'gh pr checks *',
  'gh issue view *',
  'gh issue list *',
  'gh issue status *',
  'gh repo view *',
  'gh run list *',
  'gh run view *',
  'gh release list *',
  'gh release view *',
  'gh search *',
];

/** Commands that read but are combined with others, or have a flag that writes or runs something. */
const unsafeForms = [
  '*\n*',
  '*<(*',
  '*|*',
  '*;*',
  '*&*',
  '*$(*',
  '*`*',
  '*>*',
  'sort -o *',
  'sort * -o *',
  'sort *--output*',
  'sort *--compress-program*',
  'sort *--files0-from*',
  'rg *--pre *',
  'rg *--pre=*',
  'rg *--hostname-bin*',
  'ag *--pager*',
  'man *-P*',
  'man *--pager*',
  'man *-H*',
];

/** @param others the action for commands of the GitHub CLI that do more than read. */
const readOnlyRules = (others: 'ask' | 'deny'): readonly Rule[] => [
  ...bash('deny', ['*']),
  ...reading,
  ...bash('deny', ['git *']),
  ...bash('allow', gitReads),
  ...bash(others, ['gh *']),
  ...bash('allow', gitHubReads),
  ...bash('deny', unsafeForms),
];

/** For the agents that plan and answer. */
export const readOnlyCommands = readOnlyRules('ask');

/** For the agent that explores. */
export const exploringCommands: readonly Rule[] = [
  ...readOnlyRules('deny'),
  ...bash('deny', ['find *']),
];
