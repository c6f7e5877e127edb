// What conversions from and to Codex need to know. A role has every tool of the session, and the program does not apply what the
// role states about its sandbox: asked with a model of our own, `codex exec` 0.169.0 gave an agent with `sandbox_mode = "read-only"`
// the sandbox of the session, and one with `web_search = "disabled"` the tool. So these are limits for other hosts only.
import { textOf } from '../../yaml/value';
import {
  allowed,
  denied,
  type Grant,
  type HostConversion,
  type JudgedTools,
  mostOf,
  type SharedModel,
  type SharedTools,
  type WrittenField,
  type WrittenTools,
} from '../model/conversion';
import type { ToolPurpose } from '../model/tool-purposes';
import { efforts } from './fields';
import { models } from './models';

const writePurposes: readonly ToolPurpose[] = ['create-file', 'change-file', 'edit-notebook'];

const asking: Grant = { action: 'ask', exceptions: [] };

const everything: SharedTools = {
  ...{ purposes: {}, rest: 'allow', servers: [], others: [], callees: null, lacks: [] },
};

function statedTools({ fields }: JudgedTools): SharedTools {
  const word = (key: string): string | undefined =>
    textOf(fields.find((one) => one.key === key && one.outcome === 'kept')?.value);
  const isAsking = word('approval_policy') === 'untrusted';
  const isReadOnly = word('sandbox_mode') === 'read-only';
  const limits = (purposes: readonly ToolPurpose[], grant: Grant): SharedTools['purposes'] =>
    Object.fromEntries(purposes.map((purpose) => [purpose, grant]));
  return {
    ...everything,
    purposes: {
      ...(isAsking && limits([...writePurposes, 'run-command'], asking)),
      // Commands stay allowed that change nothing: more than none, and less than all.
      ...(isReadOnly && { ...limits(writePurposes, denied), 'run-command': asking }),
      ...(word('web_search') === 'disabled' && limits(['search-web'], denied)),
    },
  };
}

/** What the author states, although the program does not apply it. The agent may do more nevertheless, as `toolsOf` reports. */
function writeTools({ purposes, rest }: SharedTools): WrittenTools {
  const grantOf = (purpose: ToolPurpose): Grant =>
    purposes[purpose] ?? (rest === 'deny' ? denied : allowed);
  const isDenied = (purpose: ToolPurpose): boolean => mostOf(grantOf(purpose)) === 'deny';
  // An agent that may run any command may change files with it.
  const isReadOnly = writePurposes.every(isDenied) && mostOf(grantOf('run-command')) !== 'allow';
  const field = (key: string, text: string): WrittenField => ({
    key,
    value: { kind: 'text', text },
  });
  return {
    fields: [
      ...(isReadOnly ? [field('sandbox_mode', 'read-only')] : []),
      ...(isDenied('search-web') ? [field('web_search', 'disabled')] : []),
    ],
    inexact: [],
  };
}

const readModel = (written: string): SharedModel | null =>
  ['known', 'unchecked'].includes(models.resolve(written).outcome)
    ? { provider: 'openai', alias: null, id: written.trim() }
    : null;

/** Only the names of OpenAI's models are the same everywhere. */
const writeModel = ({ provider, alias, id }: SharedModel): string | null =>
  (provider === null || provider === 'openai') && alias === null && /^(?:gpt-|o\d)/.test(id ?? '')
    ? id
    : null;

const declared: HostConversion = {
  toolsOf: () => everything,
  statedTools,
  writeTools,
  toolFields: ['sandbox_mode', 'approval_policy', 'web_search'],
  withoutLimit: {
    sandbox_mode: ['workspace-write', 'danger-full-access'],
    approval_policy: ['on-request', 'on-failure', 'never'],
    web_search: ['cached', 'indexed', 'live'],
  },
  harmless: [],
  fields: { effort: 'model_reasoning_effort' },
  words: { effort: efforts },
  // Settings that may limit the whole session.
  guards: Object.fromEntries(
    [
      ...['apps', 'approvals_reviewer', 'default_permissions', 'features', 'hooks', 'permissions'],
      ...['profile', 'sandbox_workspace_write', 'shell_environment_policy', 'tools'],
    ].map((key) => [key, null]),
  ),
  servers: { field: 'mcp_servers', file: '.codex/config.toml', key: 'mcp_servers' },
  readModel,
  writeModel,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
