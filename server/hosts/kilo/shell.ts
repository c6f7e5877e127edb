// The shell commands that Kilo lets its agents run: all agents some without asking, the agents that only look around
// none but those that read.
import type { Rule } from '../opencode/rules';

const bash = (action: string, patterns: readonly string[]): readonly Rule[] =>
  patterns.map((pattern) => ({ permission: 'bash', pattern, action }));

const words = (text: string): readonly string[] => text.split(' ').map((word) => `${word} *`);

const reading = bash(
  'allow',
  words(
    'cat head tail less ls tree pwd echo wc which type file diff du df date uname whoami printenv man grep rg ag sort uniq cut tr jq',
  ),
);

/** What every agent starts from. */
export const everyday: readonly Rule[] = [
  ...bash('ask', ['*']),
  ...reading,
  ...bash('allow', words('touch mkdir cp mv tsc tsgo tar unzip gzip gunzip')),
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

/** Commands that read, joined to others or with a flag that writes or runs something. */
const disguised = [
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

/** @param others what becomes of GitHub's command where it does more than read. */
const lookingWith = (others: 'ask' | 'deny'): readonly Rule[] => [
  ...bash('deny', ['*']),
  ...reading,
  ...bash('deny', ['git *']),
  ...bash('allow', gitReads),
  ...bash(others, ['gh *']),
  ...bash('allow', gitHubReads),
  ...bash('deny', disguised),
];

/** Of the agents that plan and answer. */
export const looking = lookingWith('ask');

/** Of the agent that explores. */
export const exploring: readonly Rule[] = [...lookingWith('deny'), ...bash('deny', ['find *'])];
