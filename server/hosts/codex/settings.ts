// The other keys of the configuration of Codex 0.169.0, which a role may contain too. They are accepted, but seldom belong in a role.
import type { Value } from '../../yaml/value';
import type { CustomCheckResult, Field } from '../model/field';
import type { Type } from '../model/type';
import { executedHere, readHere } from './evidence';
import { judgeNonEmpty, judgeTable, refusal, refused, unchecked } from './judges';
import {
  judgeAgents,
  judgeFeatures,
  judgeHooks,
  judgeKeys,
  judgeSkills,
  judgeTables,
  judgeWord,
  orList,
  tables,
  tablesOfTables,
  typeOfTable,
} from './setting-tables';

const common: Omit<Field, 'type'> = {
  summary: 'A key of the configuration of Codex.',
  otherwise: refused,
  absent: 'The value of the configuration.',
  isNeverOffered: true,
  evidence: executedHere,
};

const of = (
  type: Type,
  keys: readonly string[],
  judge?: Field['judge'],
): Readonly<Record<string, Field>> =>
  Object.fromEntries(keys.map((key) => [key, { ...common, type, ...(judge && { judge }) }]));

const words = (choices: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(choices).map(([key, values]): [string, Field] => [
      key,
      {
        ...common,
        type: { type: 'one-of', choices: values.map((value) => ({ value, means: '' })) },
        judge: judgeWord(values),
      },
    ]),
  );

/** It needs a key that decides about the others. */
const judgeThreadStore = (value: Value): CustomCheckResult | null =>
  value.kind === 'map' ? unchecked : null;

/** Whole numbers are written without a fraction. */
const judgeInteger =
  (min: number, max: number) =>
  (value: Value): CustomCheckResult | null => {
    if (value.kind !== 'number') return null;
    const isWhole = /^[-+]?(?:0[xob][\da-f_]+|[\d_]+)$/i.test(value.source);
    if (isWhole && value.number >= min && value.number <= max)
      return { outcome: 'kept', problems: [] };
    return refusal(value, { type: 'integer' });
  };

const texts: readonly string[] = [
  ...['apps_mcp_product_sku', 'chatgpt_base_url', 'compact_prompt', 'default_permissions'],
  ...['experimental_compact_prompt_file', 'experimental_realtime_start_instructions'],
  ...['experimental_realtime_ws_backend_prompt', 'experimental_realtime_ws_base_url'],
  ...['experimental_realtime_ws_model', 'experimental_realtime_ws_startup_context'],
  ...['instructions', 'js_repl_node_path', 'log_dir', 'mcp_oauth_callback_url'],
  ...['model_catalog_json', 'model_instructions_file', 'model_provider', 'openai_base_url'],
  ...['oss_provider', 'profile', 'review_model', 'service_tier', 'sqlite_home'],
];

const booleans: readonly string[] = [
  ...['allow_login_shell', 'check_for_update_on_startup', 'disable_paste_burst'],
  ...['experimental_use_unified_exec_tool', 'hide_agent_reasoning', 'include_apps_instructions'],
  ...['include_collaboration_mode_instructions', 'include_environment_context'],
  ...['include_permissions_instructions', 'show_raw_agent_reasoning'],
  'suppress_unstable_features_warning',
];

/** Tables of which no more is known than that they are tables. */
const openTables: readonly string[] = [
  ...['cloud', 'desktop', 'model_providers', 'orchestrator', 'tui'],
];

/** Those that may also be lists. */
const orLists: ReadonlySet<string> = new Set([
  'history',
  'sandbox_workspace_write',
  'tool_suggest',
]);

const table: Type = { type: 'map', rest: { type: 'any' } };
const textList: Type = { type: 'list', of: { type: 'text' } };
const integer: Type = { type: 'integer' };
const largest = 2 ** 63;

export const settings: Readonly<Record<string, Field>> = {
  ...of({ type: 'text' }, texts),
  ...of({ type: 'text' }, ['plan_mode_reasoning_effort'], judgeNonEmpty),
  ...of({ type: 'boolean' }, booleans),
  ...of(table, openTables, judgeTable),
  ...of(table, tablesOfTables, judgeTables),
  ...of(table, ['agents'], judgeAgents),
  ...of(table, ['features'], judgeFeatures),
  ...of(table, ['skills'], orList(judgeSkills)),
  ...Object.assign(
    {},
    ...tables.map((name) => {
      const judge = name === 'hooks' ? judgeHooks : judgeKeys(name);
      return of(
        typeOfTable(name),
        [name],
        orLists.has(name) ? orList(judge, name === 'history') : judge,
      );
    }),
  ),
  experimental_thread_store: {
    ...common,
    type: table,
    judge: judgeThreadStore,
    // No table is known that it accepts.
    evidence: readHere,
  },
  ...of(textList, ['notify', 'project_doc_fallback_filenames', 'project_root_markers']),
  ...of({ type: 'any-of', types: [{ type: 'text' }, textList] }, ['forced_chatgpt_workspace_id']),
  ...of(
    integer,
    ['background_terminal_max_timeout', 'project_doc_max_bytes', 'tool_output_token_limit'],
    judgeInteger(0, largest),
  ),
  ...of(integer, ['mcp_oauth_callback_port'], judgeInteger(0, 65_535)),
  ...of(
    integer,
    ['model_auto_compact_token_limit', 'model_context_window'],
    judgeInteger(-largest, largest),
  ),
  ...words({
    approvals_reviewer: ['user', 'auto_review', 'guardian_subagent'],
    cli_auth_credentials_store: ['file', 'keyring', 'auto', 'ephemeral'],
    file_opener: ['vscode', 'vscode-insiders', 'windsurf', 'cursor', 'none'],
    forced_login_method: ['chatgpt', 'api'],
    mcp_oauth_credentials_store: ['auto', 'file', 'keyring'],
    model_auto_compact_token_limit_scope: ['total', 'body_after_prefix'],
  }),
};
