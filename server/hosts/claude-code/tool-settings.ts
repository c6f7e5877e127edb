// The rules of settings files that take a tool from every agent of a project.
import { rootOfJson } from '../../agent/json-root';
import { entryOf, type Value } from '../../yaml/value';
import type { SettingsRule, SettingsText, ToolSettings } from '../model/tool-settings';
import { seen } from './evidence';

/** A tool, perhaps with `*` in its name or as its argument. With another argument, the rule denies only some uses of the tool. */
const wholeTool = /^([A-Za-z][\w*-]*)(?:\(\*\))?$/;

/** Without these, Claude Code calls no agent, so nothing is known of what one would have. */
const callers = ['Agent', 'Task'];

export const toolSettings: ToolSettings = {
  files: ['.claude/settings.json', '.claude/settings.local.json'],
  rulesIn: (texts) => texts.flatMap(rulesOf),
  evidence: seen,
};

function rulesOf({ file, text }: SettingsText): readonly SettingsRule[] {
  const root = isStrictJson(text) ? rootOfJson(text) : null;
  if (root?.kind !== 'map' || hasBrokenHook(root)) return [];
  const rules = valueAt(root, 'permissions', 'deny');
  if (rules?.kind !== 'list') return [];
  return rules.items.flatMap((item) => {
    const name = item.kind === 'text' ? wholeTool.exec(item.text)?.[1] : undefined;
    return name === undefined || callers.includes(name)
      ? []
      : [{ file, start: item.span.start, name, pattern: '*', action: 'deny' }];
  });
}

/** Claude Code ignores a settings file with comments or trailing commas. */
function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One invalid entry of these events makes Claude Code ignore the whole file. */
const strictEvents = ['PreToolUse', 'PermissionRequest'];

const hasBrokenHook = (root: Value): boolean =>
  strictEvents.some((event) => {
    const entries = valueAt(root, 'hooks', event);
    if (entries === undefined) return false;
    return entries.kind !== 'list' || !entries.items.every(isHookEntry);
  });

function isHookEntry(entry: Value): boolean {
  const matcher = valueAt(entry, 'matcher');
  const hooks = valueAt(entry, 'hooks');
  return (
    (matcher === undefined || matcher.kind === 'text') &&
    hooks?.kind === 'list' &&
    hooks.items.every(isHook)
  );
}

/** A hook with a field of the wrong type may be one of those that disable the file. */
function isHook(hook: Value): boolean {
  const timeout = valueAt(hook, 'timeout');
  return (
    valueAt(hook, 'type')?.kind === 'text' &&
    (timeout === undefined || timeout.kind === 'number') &&
    ['command', 'prompt', 'url'].some((key) => valueAt(hook, key)?.kind === 'text')
  );
}

const valueAt = (value: Value, ...path: readonly string[]): Value | undefined =>
  path.reduce<Value | undefined>(
    (at, key) => (at?.kind === 'map' ? entryOf(at.entries, key)?.value : undefined),
    value,
  );
