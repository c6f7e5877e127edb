// The built-in agents of Kilo, and the rules that every agent starts from. A rule that occurs twice in the program is here
// once, in its last position.
import {
  type BuiltinAgent,
  behindTheScenes,
  byName,
  baseRules as inherited,
  agents as inheritedAgents,
  rule,
} from '../opencode/built-in-agents';
import type { Rule } from '../opencode/rules';
import { everydayCommands, exploringCommands, readOnlyCommands } from './shell';

const allowed = (names: string): readonly Rule[] =>
  names.split(' ').map((name) => rule(name, 'allow'));
const denied = (names: string): readonly Rule[] =>
  names.split(' ').map((name) => rule(name, 'deny'));

const boardTools = allowed('board_read board_post');

/** Without the rules of the user's configuration, of MCP servers and of temporary folders, which are unknown here. */
export const baseRules: readonly Rule[] = [
  ...inherited,
  ...denied('suggest repo_clone repo_overview'),
  ...everydayCommands,
  ...boardTools,
  ...['recall', 'kilo_memory_recall', 'kilo_memory_save'].map((name) => rule(name, 'ask')),
];

const readRules: readonly Rule[] = [
  rule('read', 'allow'),
  rule('read', 'ask', '*.env'),
  rule('read', 'ask', '*.env.*'),
  rule('read', 'allow', '*.env.example'),
];

const noChanges = denied('notebook_edit notebook_execute write agent_manager repo_clone');

const planFileRules: readonly Rule[] = [
  rule('edit', 'deny'),
  ...['.kilo/plans/*.md', 'plans/*.md', '.plans/*.md', '.opencode/plans/*.md'].map((pattern) =>
    rule('edit', 'allow', pattern),
  ),
];

/** The rules on edit that apply in plan mode, which a file can restrict but not extend. */
function restrictingRules(own: readonly Rule[]): readonly Rule[] {
  const edits = own.filter(({ permission }) => permission === 'edit');
  return edits.filter(({ action, pattern }, i) => {
    if (action !== 'deny') return false;
    return pattern !== '*' || edits.slice(i + 1).every((later) => later.action === 'deny');
  });
}

const codingAgent: BuiltinAgent = {
  ...inheritedAgents.build,
  rules: allowed('question suggest plan_enter semantic_search'),
};

/** Kilo replaces the rules of these agents after it has read the file. */
const hiddenAgent: BuiltinAgent = { ...behindTheScenes, deaf: true };

export const agents: Readonly<Record<string, BuiltinAgent>> = {
  code: codingAgent,
  build: codingAgent,
  plan: {
    mode: 'primary',
    description: 'Plan mode. Can only edit plan files; all other filesystem mutations are denied.',
    hidden: false,
    rules: [
      ...denied('*'),
      ...allowed('question suggest skill plan_exit open_plan task'),
      rule('task', 'deny', 'general'),
      ...readOnlyCommands,
      ...readRules,
      ...allowed('grep glob list webfetch websearch semantic_search'),
      ...boardTools,
      ...noChanges,
      ...planFileRules,
    ],
    after: (own) => [...planFileRules, ...restrictingRules(own)],
  },
  general: inheritedAgents.general,
  explore: {
    ...inheritedAgents.explore,
    description: `${inheritedAgents.explore.description} Bash is limited to an allowlist of read-only commands. For required scripts, tests, or binary-analysis commands outside that allowlist, select an available agent whose permissions allow them while preserving the requested no-change scope.`,
    rules: [
      ...denied('*'),
      ...allowed('grep glob list skill webfetch websearch semantic_search read'),
      ...boardTools,
      rule('external_directory', 'ask'),
      ...exploringCommands,
    ],
    after: (own) => [...exploringCommands, ...own.filter(({ action }) => action === 'deny')],
  },
  debug: {
    mode: 'primary',
    description: 'Diagnose and fix software issues with systematic debugging methodology.',
    hidden: false,
    rules: codingAgent.rules,
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
      ...boardTools,
      ...denied('bash'),
    ],
  },
  ask: {
    mode: 'primary',
    description: 'Get answers and explanations without making changes to the codebase.',
    hidden: false,
    rules: [
      ...denied('*'),
      ...readOnlyCommands,
      ...readRules,
      ...allowed('grep glob list skill question webfetch websearch semantic_search'),
      ...boardTools,
      ...noChanges,
      ...denied('task edit'),
    ],
  },
  compaction: hiddenAgent,
  title: hiddenAgent,
  summary: hiddenAgent,
};

export const builtinAgent = byName(agents);
