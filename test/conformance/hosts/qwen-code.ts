// Our verdict for Qwen Code in the words of its answers.
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { approvalOf } from '../../../server/hosts/qwen-code/choices';
import { qwenCode } from '../../../server/hosts/qwen-code/host';
import { stringOf } from '../../../server/hosts/qwen-code/scalars';
import { idOf, idOfFormer } from '../../../server/hosts/qwen-code/tools';
import type { Value } from '../../../server/yaml/value';
import { type Facts, facts, listed, names, notPredicted, quoted } from '../facts';
import type { Question } from '../question';
import { qwenServerFacts } from './qwen-servers';
import { qwenSettingsFacts } from './qwen-settings';
import { served } from './served';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

const withPlainBreaks = (prompt: string): string => prompt.replaceAll(/\r\n?/g, '\n');

export function qwenCodeFacts(question: Question, host: Host = qwenCode): Facts {
  const ofSkill = skillFacts(question, host, withPlainBreaks);
  if (ofSkill) return ofSkill;
  const ofSettings = qwenSettingsFacts(question, host) ?? qwenServerFacts(question, host);
  if (ofSettings) return ofSettings;
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no', refused: refusedFor(verdict) };
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    model: quoted([persona.model.written].flat()[0] ?? null),
    ...modelSent(persona.model.effective),
    tools: persona.tools.all ? '(all)' : namesFor(verdict, 'tools'),
    denied: namesFor(verdict, 'disallowedTools'),
    ...served(question, verdict),
    ...withheldAround(question, verdict),
    color: quoted(persona.color),
    approval: quoted(approvalIn(verdict)),
    background: backgroundIn(verdict),
    turns: numberIn(verdict, 'maxTurns') ?? limitIn(verdict, 'max_turns'),
    minutes: limitIn(verdict, 'max_time_minutes'),
    servers: keysIn(verdict, 'mcpServers', 'map'),
    hooks: keysIn(verdict, 'hooks', 'list'),
    executor: quoted(executorIn(verdict)),
    container: String(valueIn(verdict, 'executionBackend')?.kind === 'text'),
    prompt: String(withPlainBreaks(persona.prompt).length),
  });
}

const modelSent = (effective: string | null): Facts =>
  effective === null || effective === 'inherit' ? { sent: '(none)' } : { sent: quoted(effective) };

/** The value of a field, unless the host ignores it. */
const valueIn = ({ fields }: Verdict, key: string): Value | undefined =>
  fields.find((field) => field.key === key && /^(?:kept|coerced)$/.test(field.outcome))?.value;

/** The IDs of the tools that were found, and the other names as they are written. */
const namesFor = ({ tools }: Verdict, key: string): string =>
  names(
    tools.flatMap((tool) =>
      tool.key === key
        ? ((tool.written === '*' ? '*' : tool.names[0]) ??
          idOf(tool.written) ??
          idOfFormer(tool.written) ??
          tool.written)
        : [],
    ),
  );

/** Which tools the settings around it take from the agent. */
const withheldAround = ({ around }: Question, { persona }: Verdict): Facts =>
  around?.['.qwen/settings.json'] === undefined
    ? {}
    : {
        withheld: names(
          (persona?.tools.deniedAround ?? []).flatMap(({ tool }) =>
            usualTools.includes(tool) ? [tool] : [],
          ),
        ),
      };

/** An agent has them in a session without settings, among others. */
const usualTools: readonly string[] = [
  ...['edit', 'glob', 'grep_search', 'loop_wakeup', 'monitor', 'notebook_edit', 'read_file'],
  ...['read_mcp_resource', 'report_findings', 'run_shell_command', 'skill', 'tool_call'],
  ...['tool_search', 'web_fetch', 'write_file', 'zoom_image'],
];

const approvalIn = (verdict: Verdict): string | null => {
  const text = (key: string): string | null => {
    const value = valueIn(verdict, key);
    return value?.kind === 'text' && value.text !== '' ? value.text : null;
  };
  const bridged = text('permissionMode');
  return text('approvalMode') ?? (bridged === null ? null : (approvalOf[bridged] ?? null));
};

function backgroundIn(verdict: Verdict): string {
  const value = valueIn(verdict, 'background');
  return value?.kind === 'boolean'
    ? String(value.boolean)
    : value?.kind === 'text'
      ? value.text
      : '(none)';
}

const numberIn = (verdict: Verdict, key: string): string | undefined => {
  const value = valueIn(verdict, key);
  return value?.kind === 'number'
    ? String(value.number)
    : value?.kind === 'text'
      ? String(Number(value.text))
      : undefined;
};

function limitIn(verdict: Verdict, key: string): string {
  const config = valueIn(verdict, 'runConfig');
  const value =
    config?.kind === 'map' ? config.entries.find((one) => one.key === key)?.value : undefined;
  return value?.kind === 'number' ? String(value.number) : '(none)';
}

function keysIn(verdict: Verdict, key: string, kind: Value['kind']): string {
  const value = valueIn(verdict, key);
  if (value?.kind !== 'map') return '(none)';
  return listed(value.entries.filter((one) => one.value.kind === kind).map((one) => one.key));
}

function executorIn(verdict: Verdict): string | null {
  const value = valueIn(verdict, 'executor');
  const kind =
    value?.kind === 'map' ? value.entries.find(({ key }) => key === 'kind')?.value : undefined;
  return kind?.kind === 'text' ? kind.text : null;
}

/** In the order in which the program checks the fields. */
function refusedFor({ flaws, fields, missing, agent }: Verdict): string {
  if (!agent) return 'fence';
  const refused = fields.filter(({ outcome }) => outcome === 'refused');
  const writtenIn = (key: string): Value | undefined =>
    fields.find((field) => field.key === key)?.value;
  const isRefused = (key: string): boolean => refused.some((field) => field.key === key);
  const isAbsent = (key: string): boolean =>
    missing.some((field) => field.key === key) || isBlank(writtenIn(key));
  const isNoText = (key: string): boolean =>
    isRefused(key) && stringOf(writtenIn(key) ?? empty) === null;
  // Any other cause is named after these two, if the agent has a name.
  const isNamed = !isAbsent('name');
  if (isRefused('executionBackend')) return 'executionBackend';
  for (const key of ['executionBackend', 'executor']) if (isNamed && writtenIn(key)) return key;
  const causes: readonly (readonly [string, boolean])[] = [
    ['name', isAbsent('name')],
    ['description', isAbsent('description')],
    ['text', isNoText('name') || isNoText('description')],
    ['approvalMode', isRefused('approvalMode')],
    ['text', ['model', 'background', 'permissionMode', 'maxTurns'].some(isNoText)],
    ['name', isRefused('name')],
    ['description', isRefused('description')],
    ['prompt', flaws.some(({ code }) => code === 'short-prompt')],
    ['tools', isRefused('tools') || isRefused('disallowedTools')],
    ['model', isRefused('model') || isRefused('modelConfig')],
    ['runConfig', isRefused('runConfig')],
  ];
  return causes.find(([, applies]) => applies)?.[0] ?? 'other';
}

const empty: Value = { kind: 'null', source: '', span: { start: 0, end: 0 } };

const isBlank = (value: Value | undefined): boolean =>
  value?.kind === 'null' || (value?.kind === 'text' && value.text === '');
