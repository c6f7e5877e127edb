// Our verdict for Codex in the words of its answers.
import { inMap } from '../../../server/hosts/codex/hook-lists';
import { codex } from '../../../server/hosts/codex/host';
import type { FieldVerdict } from '../../../server/hosts/model/field-verdict';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { entryOf, textOf, type Value } from '../../../server/yaml/value';
import { type Facts, facts, names, notPredicted, quoted } from '../facts';
import { isServers, type Question } from '../question';
import { hookFacts } from './hook-facts';
import { pluginFacts } from './plugin-facts';
import { readFacts } from './read-keys';
import { skillFacts } from './skill-facts';
import { entryVerdictsOn, verdictOn, why } from './verdict-on';

export function codexFacts(question: Question, host: Host = codex): Facts {
  const apart =
    hookFacts(question, host, eventOf, inMaps) ??
    pluginFacts(question, host) ??
    skillFacts(question, host) ??
    serverTables(question, host);
  if (apart) return apart;
  const tables = entryVerdictsOn(host, question);
  const verdict = verdictOn(host, question);
  if (tables) return configurationFacts(tables, verdict, host);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no', refused: refusedFor(verdict) };
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    model: quoted(textIn(verdict, 'model')),
    effort: quoted(textIn(verdict, 'model_reasoning_effort')),
  });
}

/** Null where the question is not about servers. */
function serverTables(question: Question, host: Host): Facts | null {
  if (!isServers(question)) return null;
  const verdict = verdictOn(host, question);
  if (!verdict || verdict.outcome === 'unknown')
    return { servers: notPredicted(verdict ? why(verdict) : 'no place') };
  const { outcome } = verdict;
  if (outcome === 'stops-host' || outcome === 'refused')
    return { starts: 'no', servers: names([]) };
  const other = verdict.fields.find(
    ({ key, field }) => !field && !/^(?:mcp|mcp[-_]servers|mcpServers)$/.test(key),
  );
  if (other) return { servers: notPredicted(other.key) };
  const field = verdict.fields.find(({ key }) => key === 'mcp_servers');
  const servers = field?.value.kind === 'map' ? field.value.entries : [];
  return {
    starts: 'yes',
    servers: names(
      servers.map(({ key, value }) => {
        const at = (one: string) =>
          value.kind === 'map' ? entryOf(value.entries, one)?.value : undefined;
        const enabled = at('enabled');
        const isOff = enabled?.kind === 'boolean' && !enabled.boolean;
        return `${key}:${at('command') ? 'stdio' : 'http'}${isOff ? ' off' : ''}`;
      }),
    ),
    ...(field && readFacts(field, servers)),
    limits: names(
      ['sandbox_mode', 'approval_policy'].flatMap((key) => {
        const value = verdict.fields.find((one) => one.key === key)?.value;
        const written = value && textOf(value);
        const text = written === 'on-failure' ? 'on-request' : written;
        return text === undefined ? [] : [`${key}=${JSON.stringify(text)}`];
      }),
    ),
  };
}

const mapsBelow = (value: Value, key: string, change: (item: Value) => Value): Value =>
  value.kind !== 'map'
    ? value
    : {
        ...value,
        entries: value.entries.map((entry) =>
          entry.value.kind === 'list' && (key === '' || entry.key === key)
            ? { ...entry, value: { ...entry.value, items: entry.value.items.map(change) } }
            : entry,
        ),
      };

const inMaps = (hooks: Value): Value =>
  mapsBelow(inMap.events(hooks), '', (group) => mapsBelow(inMap.group(group), 'hooks', inMap.hook));

/** It shows events with a small first letter. */
const eventOf = (key: string): string => key.replace(/^./, (first) => first.toLowerCase());

/** Of several tables the first is compared. The file that it names does not exist, because a question has one file. */
function configurationFacts(tables: readonly Verdict[], whole: Verdict | null, host: Host): Facts {
  const stops = ({ outcome }: Verdict): boolean => outcome === 'stops-host';
  if (tables.some(stops) || (whole && stops(whole))) return { agent: 'stops' };
  const [first] = tables;
  if (!first && whole?.outcome === 'unknown') return { agent: notPredicted(why(whole)) };
  if (!first) return { agent: 'no' };
  const { outcome, persona, fields } = first;
  if (!persona || outcome !== 'loads') return { agent: 'no', refused: refusedFor(first) };
  const named = fields.some(({ key }) => key === 'config_file');
  if (named && host.missing?.file) return { agent: 'no', refused: 'config_file' };
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
  });
}

/** The program shows no value that was written as a date. */
function textIn({ fields }: Verdict, key: string): string | undefined {
  const value = fields.find((field) => field.key === key)?.value;
  return value?.kind === 'text' && value.style !== 'plain' ? value.text : undefined;
}

/** The first cause in the order of the program, which reads all values before it looks at what a role needs. */
function refusedFor({ flaws, fields, missing }: Verdict): string {
  if (flaws.some(({ fatal }) => fatal)) return 'toml';
  const wrong = fields.filter(({ outcome }) => outcome === 'refused');
  const isOwn = ({ key, field, problems }: FieldVerdict): boolean =>
    field !== undefined && ownKeys.includes(key) && problems.every(({ kind }) => kind === 'value');
  if (wrong.some((field) => !isOwn(field))) return 'value';
  // Such a table is accepted, or is refused as a value.
  if (fields.some(({ outcome }) => outcome === 'unknown'))
    return notPredicted('The content of a table is not checked.');
  const has = (list: readonly { readonly key: string }[], key: string): boolean =>
    list.some((one) => one.key === key);
  const causes: readonly (readonly [string, boolean])[] = [
    ['config_file', has(wrong, 'config_file')],
    ['description', has(wrong, 'description')],
    ['developer_instructions', has([...wrong, ...missing], 'developer_instructions')],
    ['name', has([...wrong, ...missing], 'name')],
    ['nickname_candidates', has(wrong, 'nickname_candidates')],
    ['description', has(missing, 'description')],
  ];
  return causes.find(([, applies]) => applies)?.[0] ?? 'other';
}

/** What the program checks by rules of its own, once every value has the right type. */
const ownKeys = [
  'name',
  'description',
  'developer_instructions',
  'nickname_candidates',
  'config_file',
];
