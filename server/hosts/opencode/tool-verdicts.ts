// What becomes of each tool that a file names, in `tools` or in `permission`. A rule may be overruled by a later one,
// or speak of a tool that nobody asks for.
import { type Entry, entryOf, type Value } from '../../agent/value';
import type { ToolVerdict } from '../persona';
import { beyondTools } from './permission';
import { hides, matches, type Rule } from './rules';
import { permissionOf, permissionOfOldName, toolNames, tools } from './tools';

/** @param rules all rules that the agent ends with, the host's own first. */
export function toolVerdicts(
  fields: readonly Entry[],
  rules: readonly Rule[],
): readonly ToolVerdict[] {
  const named = (key: 'tools' | 'permission'): ToolVerdict[] => {
    const value = entryOf(fields, key)?.value;
    if (value?.kind !== 'map') return [];
    return value.entries.flatMap((entry) => verdictOf(entry, key, rules) ?? []);
  };
  return [...named('tools'), ...named('permission')].sort((a, b) => a.span.start - b.span.start);
}

function verdictOf(
  entry: Entry,
  key: 'tools' | 'permission',
  rules: readonly Rule[],
): ToolVerdict | null {
  const written = entry.key;
  const permission = key === 'tools' ? permissionOfOldName(written) : written;
  const base = { written, span: entry.keySpan, key };
  const names = toolNames.filter((tool) => matches(permission, permissionOf(tool)));
  const denies = deniesAll(entry.value);
  if (names.length === 0) return unheard(base, permission, denies);
  const hidden = names.filter((tool) => hides(rules, permissionOf(tool)));
  const outcome = hidden.length === names.length ? 'denied' : 'granted';
  const together = key === 'tools' && permission !== written ? { says: sharing(written) } : {};
  if (denies === (outcome === 'denied')) return { ...base, outcome, names, ...together };
  return {
    ...base,
    outcome,
    names,
    says: denies ? overruled('denies', names, hidden) : overruled('allows', names, hidden),
  };
}

const sharing = (written: string): string =>
  `has one permission, edit, for edit, write and apply_patch: "${written}" speaks for all three`;

/** Also where the tool stays because a pattern of its own is allowed: then there is nothing to say. */
function overruled(
  does: 'allows' | 'denies',
  names: readonly string[],
  hidden: readonly string[],
): string {
  const left = does === 'allows' ? hidden : names.filter((name) => !hidden.includes(name));
  return `lets the last rule that matches win, and this one ${does} in vain for ${left.join(', ')}`;
}

type Base = Pick<ToolVerdict, 'written' | 'span' | 'key'>;

/** A name that no tool of the host asks for. */
function unheard(base: Base, permission: string, denies: boolean): ToolVerdict | null {
  if (beyondTools.has(permission)) return null;
  const lower = permission.toLowerCase();
  const cased = permission === lower ? undefined : toolNames.find((tool) => tool === lower);
  const old = tools.former.find(({ name }) => name === lower);
  const shared = toolNames.includes(permission) ? permissionOf(permission) : undefined;
  const instead = cased !== undefined ? [cased] : shared !== undefined ? [shared] : old?.now;
  if (instead === undefined) return { ...base, outcome: 'unverified', names: [] };
  const why =
    cased !== undefined
      ? 'wrong-case'
      : shared !== undefined || (old?.now.length ?? 0) > 0
        ? 'replaced'
        : 'removed';
  const permissionsNow = [...new Set(instead.map(permissionOf))];
  return {
    ...base,
    outcome: 'no-effect',
    names: [],
    why,
    instead: permissionsNow,
    ...(denies && { wider: `has no tool that asks for "${permission}": this line limits nothing` }),
  };
}

function deniesAll(value: Value): boolean {
  if (value.kind === 'boolean') return !value.boolean;
  if (value.kind === 'text') return value.text === 'deny';
  const last = value.kind === 'map' ? value.entries.at(-1) : undefined;
  return last?.key === '*' && last.value.kind === 'text' && last.value.text === 'deny';
}
