// What an agent can do although a field denies it, because the field is for another host and this host ignores it. Judged by
// the value of the field: a value that only allows limits nothing.

import { allEdits, type Writer } from '../../agent/writer';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { capabilitiesOf } from '../../hosts/judge/tools/capabilities';
import { deniedByForeignLimit } from '../../hosts/judge/tools/foreign-limits';
import { agentDialects } from '../../hosts/model/dialect';
import type { Field } from '../../hosts/model/field';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Host } from '../../hosts/model/host';
import type { Persona } from '../../hosts/model/persona';
import { type Capability, capabilities, type ToolPurpose } from '../../hosts/model/tool-purposes';
import { capabilityOf, purposesIn } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { before } from '../../text/before';
import { memoize } from '../../text/memoize';
import { type Message, t } from '../../text/message';
import { entryOf, type Value } from '../../yaml/value';
import type { Fix } from '../rule';

/** Empty where the field denies nothing, or where the agent cannot do it for another reason. */
export function lostLimit(
  catalog: HostCatalog,
  verdict: Verdict,
  { key, value }: FieldVerdict,
): readonly Capability[] {
  const { persona, dialect, place } = verdict;
  if (!persona) return none;
  const denied = deniedBy(catalog, key, value, place.host);
  if (denied.length === 0) return none;
  const able = capabilitiesOf(persona.tools, dialect.tools);
  return capabilities.filter(
    (one) =>
      denied.includes(one) &&
      able.has(one) &&
      !isRefused(one, verdict) &&
      !isAskedFor(one, verdict, persona),
  );
}

/** Whether the file makes every tool of this kind ask first: the author then knows that the agent has the tool. */
function isAskedFor(one: Capability, { dialect }: Verdict, persona: Persona): boolean {
  const { evaluator, tools } = dialect;
  const rules = persona.permissions ?? [];
  if (!evaluator || !rules.some(({ action }) => action === 'ask')) return false;
  const isAsked = (permission: string): boolean =>
    evaluator.actionOn(persona, permission, '*') === 'ask' &&
    rules.some((rule) => rule.action === 'ask' && ['*', permission].includes(rule.permission));
  const permissions = tools.tools
    .filter((tool) => capabilityOf(tool) === one && !evaluator.hides(persona, tool.name))
    .flatMap(({ name }) =>
      evaluator.permissionsIn(tools).includes(name)
        ? [name]
        : (evaluator.meant(name, tools)?.now ?? []),
    );
  return permissions.length > 0 && permissions.every(isAsked);
}

const none: readonly Capability[] = [];

function deniedBy(
  { comparedHosts }: HostCatalog,
  key: string,
  value: Value,
  reader: Host,
): readonly Capability[] {
  const elsewhere = deniedByForeignLimit(key, value);
  if (elsewhere.length > 0) return elsewhere;
  return comparedHosts
    .filter((owner) => owner !== reader)
    .flatMap((owner) =>
      (fieldsOf(owner).get(key) ?? []).flatMap((field) =>
        deniedIn(field, value, { owner, reader }),
      ),
    );
}

/** The fields of all dialects of a host that completion offers, by key. */
const fieldsOf = memoize(({ dialects }: Host): ReadonlyMap<string, readonly Field[]> => {
  const byKey = new Map<string, Field[]>();
  for (const { fields } of agentDialects(dialects))
    for (const [key, field] of Object.entries(fields))
      if (!field.isNeverOffered) byKey.set(key, [...(byKey.get(key) ?? []), field]);
  return byKey;
});

interface Hosts {
  /** The host whose field it is. */
  readonly owner: Host;
  /** The host that reads the file: authors also use the names of its tools. */
  readonly reader: Host;
}

function deniedIn(
  { role, limitWords }: Field,
  value: Value,
  { owner, reader }: Hosts,
): readonly Capability[] {
  if (value.kind === 'text' && limitWords) return limitWords[value.text] ?? none;
  if (role === 'denied-tools')
    return [owner, reader].flatMap((one) => capabilitiesNamed(namesIn(value), one));
  if (role !== 'permission' || value.kind !== 'map') return none;
  // "*" allows only what no other key denies.
  const named = keysWith(value, allows).filter((one) => one !== '*');
  const allowed = capabilitiesNamed(named, owner);
  return capabilitiesNamed(keysWith(value, denies), owner).filter((one) => !allowed.includes(one));
}

const namesIn = (value: Value): readonly string[] =>
  value.kind === 'text'
    ? value.text.split(/[\s,]+/)
    : value.kind === 'list'
      ? value.items.flatMap(namesIn)
      : [];

/** The keys of a map of rules whose value matches. */
const keysWith = (
  { entries }: Extract<Value, { kind: 'map' }>,
  matches: (value: Value) => boolean,
): readonly string[] => entries.flatMap((entry) => (matches(entry.value) ? [entry.key] : []));

const allows = (value: Value): boolean =>
  value.kind === 'text' && /^(?:allow|ask)$/.test(value.text);

const denies = (value: Value): boolean =>
  value.kind === 'text'
    ? value.text === 'deny'
    : value.kind === 'map' && value.entries.some((entry) => denies(entry.value));

/** What the tools of these names do in a host. */
const capabilitiesNamed = (names: readonly string[], { dialects }: Host): readonly Capability[] => {
  const plain = names.map((name) => before(name, '('));
  return agentDialects(dialects).flatMap(({ tools }) =>
    tools.tools.flatMap((tool) =>
      plain.includes(tool.name) || plain.includes('*') ? [capabilityOf(tool)] : [],
    ),
  );
};

/** Whether another field of the file makes the session refuse it. */
function isRefused(one: Capability, { dialect, fields }: Verdict): boolean {
  const purposes = purposesOf[one] ?? [];
  const { session } = dialect;
  return (
    session !== undefined &&
    purposes.some((purpose) => session.of(fields, purpose).action === 'deny')
  );
}

const purposesOf: Readonly<Partial<Record<Capability, readonly ToolPurpose[]>>> = {
  write: ['create-file', 'change-file', 'edit-notebook'],
  run: ['run-command'],
  web: ['fetch-page', 'search-web'],
  delegate: ['delegate'],
};

const words: Readonly<Partial<Record<Capability, Message>>> = {
  read: t('read files'),
  search: t('search files'),
  write: t('change files'),
  run: t('run commands'),
  web: t('use the web'),
  delegate: t('call other agents'),
};

/** `change files`, `run commands`: what the agent can still do. */
export const remainingActions = (lost: readonly Capability[]): readonly Message[] =>
  lost.flatMap((one) => words[one] ?? []);

/** The key of the field that denies tools in this host; undefined for a host without one. */
export const denyingField = ({ dialect }: Verdict): string | undefined =>
  Object.entries(dialect.fields).find(
    ([, { role, noEffect }]) => role === 'denied-tools' && noEffect === undefined,
  )?.[0];

/** The key of the field that limits an agent in this host, preferably by denying tools; undefined for a host without one. */
export const limitingField = ({ dialect: { fields } }: Verdict): string | undefined =>
  (['denied-tools', 'permission', 'tools'] as const)
    .flatMap((wanted) =>
      Object.keys(fields).filter(
        (key) => fields[key]?.role === wanted && fields[key]?.noEffect === undefined,
      ),
    )
    .at(0);

/** Replaces the field with the one that denies tools in this host, with the tools that do what should be denied. */
export function denial(
  writer: Writer,
  verdict: Verdict,
  field: FieldVerdict,
  lost: readonly Capability[],
): readonly Fix[] {
  const key = denyingField(verdict);
  const { persona, dialect, fields } = verdict;
  const isScalar = field.value.kind === 'text' || field.value.kind === 'boolean';
  if (key === undefined || !persona || !isScalar || entryOf(fields, key)) return [];
  const own = purposesIn(dialect.tools) ?? {};
  const { all, granted } = persona.tools;
  const names = lost
    .flatMap((one) => purposesOf[one] ?? [])
    .flatMap((purpose) => own[purpose]?.[0] ?? [])
    .filter((name) => all || granted.includes(name));
  if (names.length === 0) return [];
  const text = names.join(', ');
  return [
    {
      title: t('Replace with "{value}"', { value: `${key}: ${text}` }),
      safety: 'review',
      edits: () =>
        allEdits(writer.renameKey(field, key), writer.replaceValue(field.value, { text })),
    },
  ];
}
