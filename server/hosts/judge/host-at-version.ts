// A host as an older version of its program behaves: the facts of which the version has another value are changed, everything
// else is shared. Nothing here runs unless a version is asked for.
import { memoize } from '../../text/memoize';
import { message } from '../../text/message';
import type { Value } from '../../yaml/value';
import type { Dialect } from '../model/dialect';
import type { FieldRole } from '../model/field';
import type { FieldVerdict } from '../model/field-verdict';
import type { DocumentKind, Host } from '../model/host';
import type { ModelCatalog } from '../model/models';
import type { PersonaBuilder, PersonaInput, PersonaResult } from '../model/persona-builder';
import type { Tool } from '../model/tools';
import { compareVersions, isInVersion } from '../model/version';

/** @param version one of `versionsOf(host)`. The same host each time. */
export const hostAtVersion = (host: Host, version: string): Host => {
  if (version === host.version) return host;
  const known = olderHosts(host);
  const found = known.get(version) ?? olderHost(host, version);
  known.set(version, found);
  return found;
};

const olderHosts = memoize((_: Host) => new Map<string, Host>());

function olderHost(host: Host, version: string): Host {
  const dialects = new Map<Dialect, Dialect>();
  for (const dialect of Object.values(host.dialects))
    dialects.set(dialect, dialectAt(dialect, version));
  const missing = new Set(
    Object.values(host.dialects).flatMap(({ tools }) =>
      tools.tools.flatMap((tool) => (isInVersion(tool, version) ? [] : [tool.name])),
    ),
  );
  const at = (kind: DocumentKind): DocumentKind => ({
    ...kind,
    persona: personaAt(kind.persona, missing),
  });
  const { agent, ...others } = host.kinds;
  const kinds = Object.entries(others).map(([name, kind]) => [name, at(kind)] as const);
  return {
    ...host,
    version,
    dialects: Object.fromEntries(
      Object.entries(host.dialects).map(([name, dialect]) => [
        name,
        dialects.get(dialect) ?? dialect,
      ]),
    ),
    kinds: { ...Object.fromEntries(kinds), agent: at(agent) },
  };
}

function dialectAt(dialect: Dialect, version: string): Dialect {
  const { fields, tools, models } = dialect;
  const has = (tool: Tool): boolean => isInVersion(tool, version);
  return {
    ...dialect,
    fields: Object.fromEntries(
      Object.entries(fields).filter(([, field]) => isInVersion(field, version)),
    ),
    tools: { ...tools, tools: tools.tools.filter(has) },
    models: modelsAt(models, version),
  };
}

function modelsAt(catalog: ModelCatalog, version: string): ModelCatalog {
  const targets = new Map(
    catalog.models.flatMap(({ id, formerly = [] }) => {
      const then = formerly.find(({ until }) => compareVersions(version, until) <= 0);
      return then ? [[id, then.standsFor] as const] : [];
    }),
  );
  if (targets.size === 0) return catalog;
  return {
    ...catalog,
    models: catalog.models.map((model) => {
      const standsFor = targets.get(model.id);
      return standsFor === undefined ? model : { ...model, standsFor };
    }),
    resolve: (written, offered) => {
      const now = catalog.resolve(written, offered);
      const id = targets.get(bareName(written));
      if (id === undefined || now.outcome !== 'alias') return now;
      return { ...now, effective: id, effect: message('{host} sends {model}.', { model: id }) };
    },
  };
}

/** Without a context window: `sonnet[1m]` is the alias `sonnet`. */
const bareName = (written: string): string =>
  written
    .trim()
    .replace(/\[\d+m\]$/i, '')
    .trim()
    .toLowerCase();

/**
 * The code of a host knows the tools of the newest version, so it is given a name that no tool has in place of each missing one.
 * These names have the same length, so that all positions in the text remain valid.
 */
const personaAt =
  (persona: PersonaBuilder, missing: ReadonlySet<string>): PersonaBuilder =>
  (input) => {
    const { models } = input.dialect;
    const made = withoutTools(persona, input, missing);
    const { written, effective } = made.persona.model;
    const then = typeof written === 'string' ? models.resolve(written) : undefined;
    if (then?.outcome !== 'alias' || then.effective === effective) return made;
    const model = { written, effective: then.effective };
    return { ...made, persona: { ...made.persona, model } };
  };

function withoutTools(
  persona: PersonaBuilder,
  input: PersonaInput,
  missing: ReadonlySet<string>,
): PersonaResult {
  const fields = input.fields.filter(({ field }) => listsTools.has(field?.role ?? ''));
  const written = fields.map(({ value: { span } }) => input.text.slice(span.start, span.end));
  const names = [...missing].filter((name) => written.some((text) => text.includes(name)));
  if (names.length === 0) return withoutGrants(persona(input), missing);
  const standIns = new Map(names.map((name, at) => [name, standIn(name, at)]));
  const erase = replacing(standIns);
  const restore = replacing(new Map([...standIns].map(([name, other]) => [other, name])));
  let { text } = input;
  for (const { value } of fields) {
    const { start, end } = value.span;
    text = text.slice(0, start) + erase(text.slice(start, end)) + text.slice(end);
  }
  const erased = (one: FieldVerdict): FieldVerdict =>
    fields.includes(one) ? { ...one, value: valueWith(one.value, erase) } : one;
  const all = { ...input, text, fields: input.fields.map(erased) };
  const made = withoutGrants(persona(all), missing);
  const named = <T extends { readonly written: string }>(list: readonly T[]): readonly T[] =>
    list.map((one) => ({ ...one, written: restore(one.written) }));
  const tools = { ...made.persona.tools, lost: named(made.persona.tools.lost) };
  return { ...made, tools: named(made.tools), persona: { ...made.persona, tools } };
}

const listsTools: ReadonlySet<string> = new Set<FieldRole>(['tools', 'denied-tools']);

/** As long as the name; another one for each name. */
const standIn = (name: string, at: number): string =>
  `${'q'.repeat(at % name.length)}x${'q'.repeat(name.length)}`.slice(0, name.length);

const replacing = (words: ReadonlyMap<string, string>): ((text: string) => string) => {
  const word = new RegExp(`(?<![\\w-])(?:${[...words.keys()].join('|')})(?![\\w-])`, 'g');
  return (text) => text.replaceAll(word, (name) => words.get(name) ?? name);
};

/** A name may stand for several tools, of which the version lacks some. */
function withoutGrants(made: PersonaResult, missing: ReadonlySet<string>): PersonaResult {
  const { tools } = made.persona;
  const has = (name: string): boolean => !missing.has(name);
  if (missing.size === 0 || [...tools.granted, ...tools.denied].every(has)) return made;
  const granted = tools.granted.filter(has);
  const denied = tools.denied.filter(has);
  return { ...made, persona: { ...made.persona, tools: { ...tools, granted, denied } } };
}

const valueWith = (value: Value, erase: (text: string) => string): Value => {
  if (value.kind === 'text') return { ...value, text: erase(value.text) };
  if (value.kind !== 'list') return value;
  return { ...value, items: value.items.map((item) => valueWith(item, erase)) };
};
