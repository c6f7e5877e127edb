// The rules at the top of a configuration, which apply to every agent before its own. Measured with OpenCode and Kilo: the files are
// merged key by key, and a key keeps the place that it has in the first of them.
import { tolerantRootOfJson } from '../../agent/json-root';
import type { Span } from '../../text/span';
import { type Entry, entryOf, type MapValue } from '../../yaml/value';
import type { SettingsRule, SettingsText, ToolSettings } from '../model/tool-settings';
import { seen } from './evidence';
import { rulesOf } from './rules';

/** @param names the names of the configuration without an ending: `opencode`, `.opencode/opencode`. */
export const toolSettingsIn = (
  names: readonly string[],
  evidence: ToolSettings['evidence'],
): ToolSettings => ({
  files: names.flatMap((name) => [`${name}.json`, `${name}.jsonc`]),
  rulesIn,
  evidence,
});

export const toolSettings = toolSettingsIn(['opencode', '.opencode/opencode'], seen);

const actions: readonly string[] = ['allow', 'ask', 'deny'];

function rulesIn(texts: readonly SettingsText[]): readonly SettingsRule[] {
  // The same objects as in the trees, so they show from which file each rule is.
  const files = new Map<Span, string>();
  let merged: readonly Entry[] = [];
  for (const { file, text } of texts) {
    const root = tolerantRootOfJson(text);
    if (root?.kind !== 'map') continue;
    const own = ['tools', 'permission'].flatMap((key) => entryOf(root.entries, key) ?? []);
    note(own, file, files);
    merged = mergedEntries(merged, own);
  }
  const rules = rulesOf(merged);
  // Another action makes OpenCode refuse the configuration.
  if (rules.some(({ action }) => !actions.includes(action))) return [];
  return rules.map(({ permission, pattern, action, span }) => ({
    ...{ name: permission, pattern, action, start: span.start },
    file: files.get(span) ?? texts[0]?.file ?? '',
  }));
}

function note(entries: readonly Entry[], file: string, files: Map<Span, string>): void {
  for (const { span, value } of entries) {
    files.set(span, file);
    if (value.kind === 'map') note(value.entries, file, files);
  }
}

function mergedEntries(before: readonly Entry[], now: readonly Entry[]): readonly Entry[] {
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
