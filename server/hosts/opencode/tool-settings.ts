// The rules at the top of a configuration, which apply to every agent before its own. Measured with OpenCode and Kilo: the files are
// merged key by key, and a key keeps the place that it has in the first of them.
import { tolerantRootOfJson } from '../../agent/json-root';
import type { Span } from '../../text/span';
import { type Entry, entryOf } from '../../yaml/value';
import type {
  SettingsDefinition,
  SettingsRule,
  SettingsText,
  ToolSettings,
} from '../model/tool-settings';
import { executedHere } from './evidence';
import { mergedEntries } from './merged-fields';
import { rulesOf } from './rules';

/** @param names the names of the configuration without an ending: `opencode`, `.opencode/opencode`. */
export const toolSettingsIn = (
  names: readonly string[],
  evidence: ToolSettings['evidence'],
): ToolSettings => ({
  files: names.flatMap((name) => [`${name}.json`, `${name}.jsonc`]),
  rulesIn,
  definitionsIn,
  evidence,
});

export const toolSettings = toolSettingsIn(['opencode', '.opencode/opencode'], executedHere);

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

/** The key of agents whose fields override those of files, and are overridden by them. */
const overriding = 'mode';
const overridden = 'agent';

function definitionsIn(texts: readonly SettingsText[]): readonly SettingsDefinition[] {
  const fileOf = new Map<Span, string>();
  const found = new Map<string, { under: readonly Entry[]; over: readonly Entry[] }>();
  for (const { file, text } of texts) {
    const root = tolerantRootOfJson(text);
    if (root?.kind !== 'map') continue;
    for (const key of [overridden, overriding]) {
      const agents = entryOf(root.entries, key)?.value;
      for (const { key: name, value } of agents?.kind === 'map' ? agents.entries : []) {
        if (value.kind !== 'map') continue;
        note(value.entries, file, fileOf);
        const before = found.get(name) ?? { under: [], over: [] };
        const part = key === overridden ? 'under' : 'over';
        found.set(name, { ...before, [part]: mergedEntries(before[part], value.entries) });
      }
    }
  }
  return [...found].map(([name, fields]) => ({ name, ...fields, fileOf }));
}
