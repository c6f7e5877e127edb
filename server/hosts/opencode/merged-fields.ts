// How OpenCode and Kilo merge two definitions of one agent: field by field, and maps key by key. A key keeps the place that it has in
// the first definition.
import { type Entry, entryOf, type MapValue, plain } from '../../yaml/value';
import { shortPath } from '../model/located-file';
import type { OverriddenSetting, PermissionRule, Persona } from '../model/persona';
import type { PersonaInput } from '../model/persona-builder';
import type { DefinitionAround, RuleAround } from '../model/tool-settings';
import type { Family } from './family';
import { matches, permissionEntries, type Rule, rulesOf } from './rules';

/** The fields of both, where `now` overrides `before`. */
export function mergedEntries(before: readonly Entry[], now: readonly Entry[]): readonly Entry[] {
  const kept = before.map((entry) => {
    const other = entryOf(now, entry.key);
    return other ? mergedEntry(entry, other) : entry;
  });
  return [...kept, ...now.filter(({ key }) => !entryOf(before, key))];
}

function mergedEntry(before: Entry, now: Entry): Entry {
  if (before.value.kind !== 'map' || now.value.kind !== 'map') return now;
  const value: MapValue = {
    ...now.value,
    entries: mergedEntries(before.value.entries, now.value.entries),
  };
  return { ...now, value };
}

/** The fields of a file with those that a configuration sets for its agent. @param yields see `Family`. */
export function mergedFields(
  own: readonly Entry[],
  { under, over }: DefinitionAround,
  yields: Family['yields'] = () => false,
): readonly Entry[] {
  const stronger = own.filter((field) => !yields(field) || !entryOf(under, field.key));
  return [under, stronger, over].map(withRulesAsMap).reduce(mergedEntries);
}

/**
 * The rules of a merged agent, divided where those of the configuration end: the ones before that are shown with their files, because
 * a rule of the configuration keeps its position when the file overrides it.
 */
export function splitBySource(
  rules: readonly PermissionRule[],
  { text, place }: PersonaInput,
  definition: DefinitionAround | undefined,
): { readonly before: readonly RuleAround[]; readonly permissions: readonly PermissionRule[] } {
  if (!definition) return { before: [], permissions: rules };
  const end = rules.findLastIndex(({ span }) => definition.sourceOf(span)) + 1;
  const before = rules.slice(0, end).map(({ permission, pattern, action, span }): RuleAround => {
    const line = text.slice(0, span.start).split('\n').length;
    const source = definition.sourceOf(span) ?? { file: shortPath(place), line };
    return { name: permission, pattern, action, ...source };
  });
  return { before, permissions: rules.slice(end) };
}

/** What the agent's file and the configuration both set. @param rules those of the merged agent. */
export function mergedParts(
  { agent }: PersonaInput,
  { under, over, sourceOf }: DefinitionAround,
  rules: readonly PermissionRule[],
): Pick<Persona, 'mergedWith' | 'overrides'> {
  const files = [...under, ...over].flatMap(({ span }) => sourceOf(span)?.file ?? []);
  const fields = under.flatMap((entry): OverriddenSetting[] => {
    const source = sourceOf(entry.span);
    const { key, value } = entry;
    if (!source || key === 'permission' || key === 'tools') return [];
    const other = key === 'prompt' ? agent.prompt.text : plainOf(agent.fields, key);
    return other === undefined || JSON.stringify(other) === JSON.stringify(plain(value))
      ? []
      : [{ ...source, key }];
  });
  const limits = rulesOf(under).flatMap((rule): OverriddenSetting[] => {
    const source = sourceOf(rule.span);
    const by = decisive(rules, rule);
    if (!source || !by || decisive(rulesOf(under), rule)?.action !== rule.action) return [];
    if (strictness.indexOf(by.action) >= strictness.indexOf(rule.action)) return [];
    return [
      { ...source, key: 'permission', limit: rule, ...(!sourceOf(by.span) && { by: by.span }) },
    ];
  });
  return { mergedWith: [...new Set(files)], overrides: [...fields, ...limits] };
}

const strictness: readonly string[] = ['allow', 'ask', 'deny'];

const plainOf = (fields: readonly Entry[], key: string): unknown => {
  const value = entryOf(fields, key)?.value;
  return value && plain(value);
};

/** The rule that decides on what the pattern of another rule matches. */
const decisive = (rules: readonly PermissionRule[], { permission, pattern }: Rule) =>
  rules.findLast((one) => matches(one.permission, permission) && matches(one.pattern, pattern));

/** The fields with all their rules in a map at \`permission\`, as the programs convert each definition before they merge it. */
export function withRulesAsMap(fields: readonly Entry[]): readonly Entry[] {
  const entries = permissionEntries(fields);
  const written = entryOf(fields, 'permission') ?? entryOf(fields, 'tools');
  if (!written || entries.length === 0) return fields;
  const others = fields.filter(({ key }) => key !== 'permission' && key !== 'tools');
  const value: MapValue = { kind: 'map', entries, flow: false, span: written.value.span };
  return [...others, { ...written, key: 'permission', value }];
}
