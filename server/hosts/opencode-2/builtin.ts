// The agents that the preview of OpenCode 2 brings along. Only these start from rules: an agent of one's own has those of
// its file, and no others.
import {
  type BuiltinAgent,
  byName,
  agents as inherited,
  baseRules as old,
  rule,
} from '../opencode/builtin';
import type { Rule } from '../opencode/rules';

const base = old.filter(({ permission }) => permission !== 'doom_loop');

const from = (agent: BuiltinAgent, rules: readonly Rule[] = agent.rules): BuiltinAgent => ({
  ...agent,
  rules: [...base, ...rules],
});

export const builtinAgent = byName({
  build: from(inherited.build),
  plan: from(
    inherited.plan,
    inherited.plan.rules.filter(({ permission }) => permission !== 'task'),
  ),
  general: from(inherited.general),
  explore: from(inherited.explore, [
    rule('*', 'deny'),
    ...['grep', 'glob', 'webfetch', 'websearch', 'read'].map((name) => rule(name, 'allow')),
    rule('external_directory', 'ask'),
  ]),
  compaction: from(inherited.compaction),
  title: from(inherited.title),
  summary: from(inherited.summary),
});
