// The outcome of each tool that a file names in `tools` or `permission`. A later rule may override a rule, and a rule may
// be about a permission that no tool uses.

import { memoize } from '../../text/memoize';
import { type Sentence, t } from '../../text/message';
import { type Entry, entryOf, type Value } from '../../yaml/value';
import type { LossReason } from '../model/outcome';
import {
  createToolOutcome,
  createToolVerdict,
  type ToolOutcome,
  type ToolVerdict,
} from '../model/persona';
import { availableTools, type ToolCatalog } from '../model/tools';
import { type Family, isHiddenByRules } from './family';
import { matches, type Rule } from './rules';
import { permissionOf, permissionOfOldName } from './tools';

/** The program that reads the file, and the tools of its version. */
interface Reader {
  readonly family: Family;
  readonly catalog: ToolCatalog;
}

/** @param beyond all rules of the agent without those that every agent of the host starts from. */
export function toolVerdicts(
  reader: Reader,
  fields: readonly Entry[],
  beyond: readonly Rule[],
): readonly ToolVerdict[] {
  const verdicts: ToolVerdict[] = [];
  for (const key of toolFields) {
    const value = entryOf(fields, key)?.value;
    if (value?.kind !== 'map') continue;
    for (const entry of value.entries) {
      const verdict = verdictOf(reader, entry, key, beyond);
      if (verdict) verdicts.push(verdict);
    }
  }
  return verdicts.length < 2 ? verdicts : verdicts.sort((a, b) => a.span.start - b.span.start);
}

/** The fields that name tools. */
const toolFields = ['tools', 'permission'] as const;

function verdictOf(
  reader: Reader,
  entry: Entry,
  key: 'tools' | 'permission',
  beyond: readonly Rule[],
): ToolVerdict | null {
  const written = entry.key;
  const permission = key === 'tools' ? permissionOfOldName(written) : written;
  const of = (outcome: ToolOutcome): ToolVerdict =>
    createToolVerdict(written, entry.keySpan, key, outcome);
  const names = toolsWithPermission(reader.catalog)(permission);
  const denies = deniesAll(entry.value);
  if (names.length === 0) {
    const outcome = outcomeWithoutTool(reader, permission, denies);
    return outcome && of(outcome);
  }
  const hidden = names.filter((tool) => isHiddenByRules(reader.family, beyond, permissionOf(tool)));
  const shown = names.filter((tool) => !hidden.includes(tool));
  const effective = denies ? hidden : shown;
  if (effective.length === 0)
    return of(createToolOutcome(denies ? 'granted' : 'denied', names, { effect: overridden }));
  const effect = key === 'tools' && permission !== written ? sharedPermission(written) : undefined;
  return of(createToolOutcome(denies ? 'denied' : 'granted', effective, { effect }));
}

/** The tools that use a permission, which may contain wildcards. */
const toolsWithPermission = memoize(
  (catalog: ToolCatalog): ((permission: string) => readonly string[]) => {
    const byPermission = new Map<string, string[]>();
    for (const tool of availableTools(catalog)) {
      const permission = permissionOf(tool);
      byPermission.set(permission, [...(byPermission.get(permission) ?? []), tool]);
    }
    return (permission) =>
      /[*?\\]/.test(permission)
        ? availableTools(catalog).filter((tool) => matches(permission, permissionOf(tool)))
        : (byPermission.get(permission) ?? []);
  },
);

const overridden =
  'The last matching rule wins in {host}, and a later one has the opposite action.';

const sharedPermission = (written: string): Sentence =>
  t(
    '{host} has one permission, edit, for edit, write and apply_patch, so "{tool}" sets all three.',
    { tool: written },
  );

/** The outcome of a permission that no tool of the host uses. Null for one that has an effect nevertheless. */
function outcomeWithoutTool(
  { family, catalog }: Reader,
  permission: string,
  denies: boolean,
): ToolOutcome | null {
  if (family.beyondTools.has(permission)) return null;
  const replacement = replacementOf(catalog, permission);
  if (!replacement) return createToolOutcome('unverified', []);
  const instead = [...new Set(replacement.now.map(permissionOf))];
  const args = { permission, instead: instead.join(' or ') };
  const effect = t(
    instead.length > 0
      ? denies
        ? '{host} has no tool with the permission "{permission}", so this line limits nothing: its tools ask for {instead} instead.'
        : '{host} has no tool with the permission "{permission}", so this line has no effect: its tools ask for {instead} instead.'
      : denies
        ? '{host} has no tool with the permission "{permission}", so this line limits nothing.'
        : '{host} has no tool with the permission "{permission}", so this line has no effect.',
    args,
  );
  const wider = denies ? effect : undefined;
  return createToolOutcome('no-effect', [], { why: replacement.why, instead, effect, wider });
}

/** The tools that an author intended by a permission that no tool uses; null for an unknown name. */
function replacementOf(
  catalog: ToolCatalog,
  permission: string,
): { readonly now: readonly string[]; readonly why: LossReason } | null {
  const lower = permission.toLowerCase();
  const known = availableTools(catalog);
  if (known.includes(permission)) return { now: [permission], why: 'replaced' };
  if (known.includes(lower)) return { now: [lower], why: 'wrong-case' };
  const former = catalog.former.find(({ name }) => name === lower);
  return former ? { now: former.now, why: 'replaced' } : null;
}

function deniesAll(value: Value): boolean {
  if (value.kind === 'boolean') return !value.boolean;
  if (value.kind === 'text') return value.text === 'deny';
  const last = value.kind === 'map' ? value.entries.at(-1) : undefined;
  return last?.key === '*' && last.value.kind === 'text' && last.value.text === 'deny';
}
