// The built-in agents of the OpenCode 2 preview. Only these start from rules: a custom agent has only the rules of its
// file.
import {
  type BuiltinAgent,
  byName,
  agents as inherited,
  baseRules as inheritedRules,
  rule,
} from '../opencode/built-in-agents';
import type { Rule } from '../opencode/rules';

const base = inheritedRules.filter(({ permission }) => permission !== 'doom_loop');

const withBaseRules = (
  agent: BuiltinAgent,
  rules: readonly Rule[] = agent.rules,
): BuiltinAgent => ({
  ...agent,
  rules: [...base, ...rules],
});

export const builtinAgent = byName({
  build: withBaseRules(inherited.build),
  plan: withBaseRules(
    inherited.plan,
    inherited.plan.rules.filter(({ permission }) => permission !== 'task'),
  ),
  general: withBaseRules(inherited.general),
  explore: withBaseRules(inherited.explore, [
    rule('*', 'deny'),
    ...['grep', 'glob', 'webfetch', 'websearch', 'read'].map((name) => rule(name, 'allow')),
    rule('external_directory', 'ask'),
  ]),
  compaction: withBaseRules(inherited.compaction),
  title: withBaseRules(inherited.title),
  summary: withBaseRules(inherited.summary),
});
