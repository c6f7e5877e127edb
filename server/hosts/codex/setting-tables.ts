// What Codex accepts in the tables of its configuration. It ignores keys that a table does not have, whatever their values,
// and rejects the file for a wrong value of one that it has. Which values these accept was not asked, except of hooks, so a table with one
// is open.
import { entryOf, type Value } from '../../yaml/value';
import { problem } from '../judge/check';
import type { CustomCheckResult } from '../model/field';
import type { Expected, KeyType, Problem, Type } from '../model/type';
import { events, fatalIn } from './hook-file';
import { refused, unchecked } from './judges';

type Judge = (value: Value) => CustomCheckResult | null;

const accepted: CustomCheckResult = { outcome: 'kept', problems: [] };
const boolean: Expected = { type: 'boolean' };
const text: Expected = { type: 'text' };
const table: Expected = { type: 'map', rest: { type: 'any' } };
const texts: Expected = { type: 'list', of: { type: 'text' } };

/** The keys of each table. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  analytics: ['enabled'],
  audio: ['microphone', 'speaker'],
  auto_review: ['policy'],
  feedback: ['enabled'],
  ghost_snapshot: [
    'disable_warnings',
    'ignore_large_untracked_dirs',
    'ignore_large_untracked_files',
  ],
  history: ['max_bytes', 'persistence'],
  hooks: [...Object.keys(events), 'state'],
  memories: [
    ...['consolidation_model', 'dedicated_tools', 'disable_on_external_context', 'extract_model'],
    ...['generate_memories', 'max_raw_memories_for_consolidation', 'max_rollout_age_days'],
    ...['max_rollouts_per_startup', 'max_unused_days', 'min_rate_limit_remaining_percent'],
    ...['min_rollout_idle_hours', 'use_memories'],
  ],
  notice: [
    ...['external_config_migration_prompts', 'fast_default_opt_out', 'hide_full_access_warning'],
    ...['hide_gpt-5.1-codex-max_migration_prompt', 'hide_gpt5_1_migration_prompt'],
    ...['hide_rate_limit_model_nudge', 'hide_world_writable_warning', 'model_migrations'],
  ],
  otel: [
    ...['environment', 'exporter', 'log_user_prompt', 'metrics_exporter', 'span_attributes'],
    ...['trace_exporter', 'tracestate'],
  ],
  realtime: ['transport', 'type', 'version', 'voice'],
  sandbox_workspace_write: [
    ...['exclude_slash_tmp', 'exclude_tmpdir_env_var', 'network_access', 'writable_roots'],
  ],
  shell_environment_policy: [
    ...['exclude', 'experimental_use_profile', 'ignore_default_excludes', 'include_only'],
    ...['inherit', 'set'],
  ],
  tool_suggest: ['disabled_tools', 'discoverables'],
  tools: ['experimental_request_user_input', 'web_search'],
  windows: ['sandbox'],
};

export const tables: readonly string[] = Object.keys(keysOf);

/** A table with its keys. @param name of a table. */
export const typeOfTable = (name: string): Type => ({
  type: 'map',
  keys: Object.fromEntries(
    (keysOf[name] ?? []).map((key): [string, KeyType] => [
      key,
      { type: { type: 'any' }, summary: '' },
    ]),
  ),
  rest: { type: 'any' },
});

/** Tables whose keys are names, each with a table of its own. */
export const tablesOfTables: readonly string[] = [
  ...['apps', 'marketplaces', 'permissions', 'plugins', 'profiles', 'projects'],
];

const concluded = (problems: readonly Problem[], isOpen: boolean): CustomCheckResult => {
  if (problems.length > 0) return { outcome: 'refused', problems, otherwise: refused };
  return isOpen ? unchecked : accepted;
};

/** @param name of a table. */
export const judgeKeys =
  (name: string): Judge =>
  (value) =>
    value.kind === 'map'
      ? concluded(
          [],
          value.entries.some(({ key }) => keysOf[name]?.includes(key)),
        )
      : null;

/** Hooks, as they are in a file of their own. */
export const judgeHooks: Judge = (value) =>
  value.kind === 'map'
    ? concluded(
        fatalIn(value),
        value.entries.some(({ key }) => key === 'state'),
      )
    : null;

/** Names with tables; a list may also stand for a table. */
export const judgeTables: Judge = (value) =>
  value.kind === 'map'
    ? concluded(
        value.entries.flatMap(({ key, value: one }) =>
          one.kind === 'map' || one.kind === 'list' ? [] : [problem('value', one, table, [key])],
        ),
        value.entries.some(({ value: one }) => one.kind !== 'map' || one.entries.length > 0),
      )
    : null;

/** Every feature is on or off; some have a table instead. */
export const judgeFeatures: Judge = (value) =>
  value.kind === 'map'
    ? concluded(
        value.entries.flatMap(({ key, value: one }) =>
          one.kind === 'boolean' || one.kind === 'map'
            ? []
            : [problem('value', one, boolean, [key])],
        ),
        value.entries.some(({ value: one }) => one.kind === 'map'),
      )
    : null;

/** The limits next to the agents in `[agents]`. */
const agentLimits = [
  'interrupt_message',
  'job_max_runtime_seconds',
  'max_depth',
  'max_threads',
] as const;

const isText = ({ kind }: Value): boolean => kind === 'text' || kind === 'date';

/** A role may define agents too: nothing is required there, only the values have to be of the right type. */
export const judgeAgents: Judge = (value) => {
  if (value.kind !== 'map') return null;
  const isLimit = (key: string): boolean => agentLimits.some((one) => one === key);
  return concluded(
    value.entries.flatMap(({ key, value: one }) => (isLimit(key) ? [] : problemsOfAgent(key, one))),
    value.entries.some(({ key }) => isLimit(key)),
  );
};

function problemsOfAgent(name: string, agent: Value): readonly Problem[] {
  if (agent.kind !== 'map') return [problem('value', agent, table, [name])];
  return agent.entries.flatMap(({ key, value }) => {
    const wrong = (one: Value, expected: Expected): readonly Problem[] => [
      problem('value', one, expected, [name, key]),
    ];
    if (key === 'description' || key === 'config_file')
      return isText(value) ? [] : wrong(value, text);
    if (key !== 'nickname_candidates') return [];
    if (value.kind !== 'list') return wrong(value, texts);
    const item = value.items.find((one) => !isText(one));
    return item ? wrong(item, text) : [];
  });
}

/** Each entry of `[[skills.config]]` turns a skill on or off. */
export const judgeSkills: Judge = (value) => {
  if (value.kind !== 'map') return null;
  const config = entryOf(value.entries, 'config')?.value;
  const isOpen = value.entries.some(
    ({ key }) => key === 'bundled' || key === 'include_instructions',
  );
  if (!config) return concluded([], isOpen);
  if (config.kind !== 'list')
    return concluded(
      [problem('value', config, { type: 'list', of: { type: 'any' } }, ['config'])],
      false,
    );
  return concluded(
    config.items.flatMap((item, index) => problemsOfSkill(item, index)),
    isOpen,
  );
};

function problemsOfSkill(item: Value, index: number): readonly Problem[] {
  const path = ['config', index];
  if (item.kind !== 'map') return [problem('value', item, table, path)];
  const enabled = entryOf(item.entries, 'enabled')?.value;
  if (!enabled) return [problem('missing-key', item, { type: 'keys', keys: ['enabled'] }, path)];
  if (enabled.kind !== 'boolean') return [problem('value', enabled, boolean, [...path, 'enabled'])];
  return item.entries.flatMap(({ key, value }) =>
    (key === 'name' || key === 'path') && !isText(value)
      ? [problem('value', value, text, [...path, key])]
      : [],
  );
}

/**
 * Some tables may also be a list of their values, in an order that was not asked.
 * @param isTextFirst whether the first one may be a string.
 */
export const orList =
  (judge: Judge, isTextFirst = false): Judge =>
  (value) => {
    if (value.kind !== 'list') return judge(value);
    const [first] = value.items;
    if (!first) return accepted;
    const isOpen = first.kind === 'list' || first.kind === 'map' || (isTextFirst && isText(first));
    return isOpen ? unchecked : concluded([problem('value', first, table, [0])], false);
  };

/**
 * A word may also be the only key of a table, which is then empty.
 * @param tables keys whose tables are not empty.
 */
export const judgeWord =
  (words: readonly string[], tables: readonly string[] = []): Judge =>
  (value) => {
    if (value.kind !== 'map') return null;
    const [only, ...others] = value.entries;
    // Null leaves it to the type, which has no tables.
    if (only?.value.kind !== 'map' || others.length > 0) return null;
    const isEmpty = only.value.entries.length === 0;
    if (words.includes(only.key)) return isEmpty ? accepted : unchecked;
    return tables.includes(only.key) && !isEmpty ? unchecked : null;
  };
