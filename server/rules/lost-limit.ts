// A field that limits the agent in the program it was written for, and that this host ignores: what the agent can do all
// the same. Judged by its value: a field that only allows limits nothing.
import type { Outline } from '../agent/outline';
import { entryOf, type Value } from '../agent/value';
import { renameKey, replaceScalar } from '../agent/write';
import { type Capability, capabilities } from '../hosts/capabilities';
import type { Deed } from '../hosts/deeds';
import { deniedElsewhere } from '../hosts/foreign-limits';
import type { Field, Host } from '../hosts/host';
import type { Persona } from '../hosts/persona';
import { mainHosts } from '../hosts/places';
import { abilitiesOf } from '../hosts/powers';
import { remembered } from '../hosts/remembered';
import type { FieldVerdict, Verdict } from '../hosts/verdict';
import type { Fix } from './rule';

/** Empty where nothing is denied, or where the agent cannot do it for another reason. */
export function lostLimit(verdict: Verdict, { key, value }: FieldVerdict): readonly Capability[] {
  const { persona, dialect, place } = verdict;
  if (!persona) return none;
  const denied = deniedBy(key, value, place.host);
  if (denied.length === 0) return none;
  const able = abilitiesOf(persona.tools, dialect.tools);
  return capabilities.filter(
    (one) =>
      denied.includes(one) &&
      able.has(one) &&
      !isRefused(one, verdict) &&
      !isAskedFor(one, verdict, persona),
  );
}

/** The file itself has a person asked before any tool of this kind runs: the author knows that the agent can do it. */
function isAskedFor(one: Capability, { dialect }: Verdict, persona: Persona): boolean {
  const { weighing, tools } = dialect;
  const rules = persona.permissions ?? [];
  if (!weighing || !rules.some(({ action }) => action === 'ask')) return false;
  const isAsked = (permission: string): boolean =>
    weighing.actionOn(persona, permission, '*') === 'ask' &&
    rules.some((rule) => rule.action === 'ask' && ['*', permission].includes(rule.permission));
  const permissions = tools.tools
    .filter(({ name, does: kind }) => kind === one && !weighing.hides(persona, name))
    .flatMap(({ name }) =>
      weighing.permissions.includes(name) ? [name] : (weighing.meant(name)?.now ?? []),
    );
  return permissions.length > 0 && permissions.every(isAsked);
}

const none: readonly Capability[] = [];

function deniedBy(key: string, value: Value, besides: Host): readonly Capability[] {
  const elsewhere = deniedElsewhere(key, value);
  if (elsewhere.length > 0) return elsewhere;
  return mainHosts
    .filter((host) => host !== besides)
    .flatMap((host) =>
      (fieldsOf(host).get(key) ?? []).flatMap((field) => deniedIn(field, value, { host, besides })),
    );
}

/** Those that an author is offered, of all dialects of a host, by key. */
const fieldsOf = remembered(({ dialects }: Host): ReadonlyMap<string, readonly Field[]> => {
  const byKey = new Map<string, Field[]>();
  for (const { fields } of Object.values(dialects))
    for (const [key, field] of Object.entries(fields))
      if (!field.unoffered) byKey.set(key, [...(byKey.get(key) ?? []), field]);
  return byKey;
});

interface Readers {
  /** The host whose field it is. */
  readonly host: Host;
  /** The host that reads the file: authors also use the names of its tools. */
  readonly besides: Host;
}

function deniedIn(
  { role, limitWords }: Field,
  value: Value,
  { host, besides }: Readers,
): readonly Capability[] {
  if (value.kind === 'text' && limitWords) return limitWords[value.text] ?? none;
  if (role === 'denied-tools') return [host, besides].flatMap((one) => does(namesIn(value), one));
  if (role !== 'permission' || value.kind !== 'map') return none;
  // What a star allows is what is denied nowhere else.
  const named = keysWith(value, allows).filter((one) => one !== '*');
  const allowed = does(named, host);
  return does(keysWith(value, denies), host).filter((one) => !allowed.includes(one));
}

const namesIn = (value: Value): readonly string[] =>
  value.kind === 'text'
    ? value.text.split(/[\s,]+/)
    : value.kind === 'list'
      ? value.items.flatMap(namesIn)
      : [];

/** The keys of a map of rules with such an action. */
const keysWith = (
  { entries }: Extract<Value, { kind: 'map' }>,
  isIt: (value: Value) => boolean,
): readonly string[] => entries.flatMap((entry) => (isIt(entry.value) ? [entry.key] : []));

const allows = (value: Value): boolean =>
  value.kind === 'text' && /^(?:allow|ask)$/.test(value.text);

const denies = (value: Value): boolean =>
  value.kind === 'text'
    ? value.text === 'deny'
    : value.kind === 'map' && value.entries.some((entry) => denies(entry.value));

/** What tools of these names do in a host. */
const does = (names: readonly string[], { dialects }: Host): readonly Capability[] => {
  const plain = names.map((name) => name.replace(/\(.*$/s, ''));
  return Object.values(dialects).flatMap(({ tools }) =>
    tools.tools.flatMap((tool) =>
      plain.includes(tool.name) || plain.includes('*') ? [tool.does] : [],
    ),
  );
};

/** Another field of the file has the session refuse it. */
function isRefused(one: Capability, { dialect, fields }: Verdict): boolean {
  const deeds = deedsOf[one] ?? [];
  const { session } = dialect;
  return session !== undefined && deeds.some((deed) => session.of(fields, deed).action === 'deny');
}

const deedsOf: Readonly<Partial<Record<Capability, readonly Deed[]>>> = {
  write: ['create-file', 'change-file', 'edit-notebook'],
  run: ['run-command'],
  web: ['fetch-page', 'search-web'],
  delegate: ['delegate'],
};

const words: Readonly<Partial<Record<Capability, string>>> = {
  read: 'read files',
  search: 'search files',
  write: 'change files',
  run: 'run commands',
  web: 'use the web',
  delegate: 'call other agents',
};

/** `change files`, `run commands`: what the agent can still do. */
export const stillDone = (lost: readonly Capability[]): readonly string[] =>
  lost.flatMap((one) => words[one] ?? []);

/** The key of the field that takes tools away here; undefined for a host without one. */
const denyingField = ({ dialect }: Verdict): string | undefined =>
  Object.entries(dialect.fields).find(
    ([, { role, noEffect }]) => role === 'denied-tools' && noEffect === undefined,
  )?.[0];

/** The key of the field that limits an agent here: best one that takes tools away; undefined for a host without one. */
export const limitingField = ({ dialect: { fields } }: Verdict): string | undefined =>
  (['denied-tools', 'permission', 'tools'] as const)
    .flatMap((wanted) =>
      Object.keys(fields).filter(
        (key) => fields[key]?.role === wanted && fields[key]?.noEffect === undefined,
      ),
    )
    .at(0);

/** The tools that do what was to be denied, named in the field of this host that takes tools away. */
export function denial(
  outline: Outline,
  verdict: Verdict,
  field: FieldVerdict,
  lost: readonly Capability[],
): readonly Fix[] {
  const key = denyingField(verdict);
  const { persona, dialect, fields } = verdict;
  const isScalar = field.value.kind === 'text' || field.value.kind === 'boolean';
  if (key === undefined || !persona || !isScalar || entryOf(fields, key)) return [];
  const own = dialect.tools.deeds ?? {};
  const { all, granted } = persona.tools;
  const names = lost
    .flatMap((one) => deedsOf[one] ?? [])
    .flatMap((deed) => own[deed]?.[0] ?? [])
    .filter((name) => all || granted.includes(name));
  if (names.length === 0) return [];
  const text = names.join(', ');
  return [
    {
      title: `Replace with ${key}: ${text}`,
      safety: 'review',
      edits: () => [
        ...renameKey(outline, field, key),
        ...replaceScalar(outline, field.value, text),
      ],
    },
  ];
}
