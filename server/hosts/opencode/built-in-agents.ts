// The built-in agents of OpenCode, of which a file with the same name changes only the fields that it sets, and the
// permission rules that every agent starts from.
import type { Evidence } from '../model/evidence';
import type { DefaultAgent, Lead } from '../model/host';
import { substituted } from './models';
import type { Rule } from './rules';

export interface BuiltinAgent {
  readonly mode: 'primary' | 'subagent';
  readonly description: string | null;
  readonly hidden: boolean;
  /** Added to the rules of every agent. */
  readonly rules: readonly Rule[];
  /** The rules that the program adds after the rules of the file. */
  readonly after?: (own: readonly Rule[]) => readonly Rule[];
  /** The program ignores the rules of the file. */
  readonly deaf?: true;
}

export const rule = (permission: string, action: string, pattern = '*'): Rule => ({
  permission,
  pattern,
  action,
});

/** Looks up agents by name; null for names such as "constructor", which every object has. */
export const byName =
  (agents: Readonly<Record<string, BuiltinAgent>>): ((name: string) => BuiltinAgent | null) =>
  (name) =>
    (Object.hasOwn(agents, name) ? agents[name] : undefined) ?? null;

/** Without the rules of the user's configuration and of temporary folders, which are unknown here. */
export const baseRules: readonly Rule[] = [
  rule('*', 'allow'),
  rule('doom_loop', 'ask'),
  rule('external_directory', 'ask'),
  rule('question', 'deny'),
  rule('plan_enter', 'deny'),
  rule('plan_exit', 'deny'),
  rule('read', 'allow'),
  rule('read', 'ask', '*.env'),
  rule('read', 'ask', '*.env.*'),
  rule('read', 'allow', '*.env.example'),
];

const denyAll = [rule('*', 'deny')];
export const behindTheScenes = {
  mode: 'primary',
  description: null,
  hidden: true,
  rules: denyAll,
} as const;

export const agents = {
  build: {
    mode: 'primary',
    description: 'The default agent. Executes tools based on configured permissions.',
    hidden: false,
    rules: [rule('question', 'allow'), rule('plan_enter', 'allow')],
  },
  plan: {
    mode: 'primary',
    description: 'Plan mode. Disallows all edit tools.',
    hidden: false,
    rules: [
      rule('question', 'allow'),
      rule('plan_exit', 'allow'),
      rule('task', 'deny', 'general'),
      rule('edit', 'deny'),
      rule('edit', 'allow', '.opencode/plans/*.md'),
    ],
  },
  general: {
    mode: 'subagent',
    description:
      'General-purpose agent for researching complex questions and executing multi-step tasks. Use this agent to execute multiple units of work in parallel.',
    hidden: false,
    rules: [rule('todowrite', 'deny')],
  },
  explore: {
    mode: 'subagent',
    description:
      'Fast agent specialized for exploring codebases. Use this when you need to quickly find files by patterns (eg. "src/components/**/*.tsx"), search code for keywords (eg. "API endpoints"), or answer questions about the codebase (eg. "how do API endpoints work?"). When calling this agent, specify the desired thoroughness level: "quick" for basic searches, "medium" for moderate exploration, or "very thorough" for comprehensive analysis across multiple locations and naming conventions.',
    hidden: false,
    rules: [
      ...denyAll,
      ...['grep', 'glob', 'list', 'bash', 'webfetch', 'websearch', 'read'].map((name) =>
        rule(name, 'allow'),
      ),
      rule('external_directory', 'ask'),
    ],
  },
  compaction: behindTheScenes,
  title: behindTheScenes,
  summary: behindTheScenes,
} as const satisfies Readonly<Record<string, BuiltinAgent>>;

export const builtinAgent = byName(agents);

/** Why no session begins with it: `default_agent` must name a primary agent that is not hidden. */
const unfit = ({ mode, hidden }: Lead): ReturnType<DefaultAgent['unfit']> =>
  mode === 'subagent' ? 'subagent' : hidden ? 'hidden' : null;

/** The setting `default_agent`. @param agents those of the program. */
export const defaultAgentOf = (
  agents: Readonly<Record<string, BuiltinAgent>>,
  { effect, pluginFolders }: Pick<DefaultAgent, 'effect' | 'pluginFolders'>,
  evidence: Evidence,
): DefaultAgent => ({
  key: 'default_agent',
  unfit,
  own: byName(agents),
  ownNames: Object.keys(agents).filter((name) => {
    const agent = agents[name];
    return agent !== undefined && unfit(agent) === null;
  }),
  effect,
  replaces: substituted,
  pluginFolders,
  evidence,
});
