// The agents that Kilo brings along, and the rules that every agent starts from. Where a rule comes twice in the program,
// it stands here once, in its last place.
import {
  type BuiltinAgent,
  behindTheScenes,
  byName,
  baseRules as inherited,
  agents as inheritedAgents,
  rule,
} from '../opencode/builtin';
import type { Rule } from '../opencode/rules';
import { everyday, exploring, looking } from './shell';

const allowed = (names: string): readonly Rule[] =>
  names.split(' ').map((name) => rule(name, 'allow'));
const denied = (names: string): readonly Rule[] =>
  names.split(' ').map((name) => rule(name, 'deny'));

const board = allowed('board_read board_post');

/** Rules of the person's own configuration, of MCP servers and of temporary folders are not known here. */
export const baseRules: readonly Rule[] = [
  ...inherited,
  ...denied('suggest repo_clone repo_overview'),
  ...everyday,
  ...board,
  ...['recall', 'kilo_memory_recall', 'kilo_memory_save'].map((name) => rule(name, 'ask')),
];

const reads: readonly Rule[] = [
  rule('read', 'allow'),
  rule('read', 'ask', '*.env'),
  rule('read', 'ask', '*.env.*'),
  rule('read', 'allow', '*.env.example'),
];

const changesNothing = denied('notebook_edit notebook_execute write agent_manager repo_clone');

const plans: readonly Rule[] = [
  rule('edit', 'deny'),
  ...['.kilo/plans/*.md', 'plans/*.md', '.plans/*.md', '.opencode/plans/*.md'].map((pattern) =>
    rule('edit', 'allow', pattern),
  ),
];

/** A file can make plan mode narrower and not wider: of its rules on edit only these count. */
function narrowing(own: readonly Rule[]): readonly Rule[] {
  const edits = own.filter(({ permission }) => permission === 'edit');
  return edits.filter(({ action, pattern }, i) => {
    if (action !== 'deny') return false;
    return pattern !== '*' || edits.slice(i + 1).every((later) => later.action === 'deny');
  });
}

const coding: BuiltinAgent = {
  ...inheritedAgents.build,
  rules: allowed('question suggest plan_enter semantic_search'),
};

/** Its rules are set anew when the file has been read. */
const hidden: BuiltinAgent = { ...behindTheScenes, deaf: true };

export const builtinAgent = byName({
  code: coding,
  build: coding,
  plan: {
    mode: 'primary',
    description: 'Plan mode. Can only edit plan files; all other filesystem mutations are denied.',
    hidden: false,
    rules: [
      ...denied('*'),
      ...allowed('question suggest skill plan_exit open_plan task'),
      rule('task', 'deny', 'general'),
      ...looking,
      ...reads,
      ...allowed('grep glob list webfetch websearch semantic_search'),
      ...board,
      ...changesNothing,
      ...plans,
    ],
    after: (own) => [...plans, ...narrowing(own)],
  },
  general: inheritedAgents.general,
  explore: {
    ...inheritedAgents.explore,
    description: `${inheritedAgents.explore.description} Bash is limited to an allowlist of read-only commands. For required scripts, tests, or binary-analysis commands outside that allowlist, select an available agent whose permissions allow them while preserving the requested no-change scope.`,
    rules: [
      ...denied('*'),
      ...allowed('grep glob list skill webfetch websearch semantic_search read'),
      ...board,
      rule('external_directory', 'ask'),
      ...exploring,
    ],
    after: (own) => [...exploring, ...own.filter(({ action }) => action === 'deny')],
  },
  debug: {
    mode: 'primary',
    description: 'Diagnose and fix software issues with systematic debugging methodology.',
    hidden: false,
    rules: coding.rules,
  },
  orchestrator: {
    mode: 'primary',
    description: 'Coordinate complex tasks by delegating to specialized agents in parallel.',
    hidden: false,
    rules: [
      ...denied('*'),
      ...allowed(
        'read grep glob list question skill suggest task todoread todowrite webfetch websearch',
      ),
      ...board,
      ...denied('bash'),
    ],
  },
  ask: {
    mode: 'primary',
    description: 'Get answers and explanations without making changes to the codebase.',
    hidden: false,
    rules: [
      ...denied('*'),
      ...looking,
      ...reads,
      ...allowed('grep glob list skill question webfetch websearch semantic_search'),
      ...board,
      ...changesNothing,
      ...denied('task edit'),
    ],
  },
  compaction: hidden,
  title: hidden,
  summary: hidden,
});
