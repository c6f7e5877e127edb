// Which hooks make Claude Code refuse a whole plugin.
import { isStrictJson, rootOfJson } from '../../agent/json-root';
import { type Message, t } from '../../text/message';
import { entryOf } from '../../yaml/value';
import type { Consequence } from '../model/field';
import { type HookLosses, judgeHooks } from './hooks';
import { judgeMisplaced } from './misplaced-hooks';

/** Whatever makes Claude Code refuse an agent makes it refuse a plugin. */
const refused: Consequence = { outcome: 'refused', file: 'refused', effect: '' };
const losses: HookLosses = {
  guard: refused,
  entry: { outcome: 'coerced', effect: '' },
  whole: refused,
};

/** Why Claude Code loads nothing of a plugin with this `hooks/hooks.json`; null for an accepted file. */
export function faultOfHooksFile(text: string): Message | null {
  const root = rootOfJson(text);
  if (!isStrictJson(text) || root?.kind !== 'map') return null;
  const misplaced = root.entries.find(
    (entry) => judgeMisplaced(entry, refused, new Set(['hooks'])) !== null,
  );
  if (misplaced) return t('"{key}" must be inside of the key "hooks".', { key: misplaced.key });
  const hooks = entryOf(root.entries, 'hooks')?.value;
  const found = hooks && judgeHooks(hooks, losses);
  if (found?.otherwise !== refused) return null;
  if (hooks?.kind !== 'map') return t('"{key}" must be a map of events.', { key: 'hooks' });
  return t('"{key}" has an entry that {host} cannot read. Each needs a list "hooks" of commands.', {
    key: String(found.problems[0]?.path[0] ?? ''),
    host: 'Claude Code',
  });
}
