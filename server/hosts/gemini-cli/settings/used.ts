// What Gemini CLI uses of its settings in a project.
import { type Entry, entryOf, textOf, type Value, valueAtKey } from '../../../yaml/value';

/** The value of `parent.key`. */
export function settingIn(
  settings: readonly Entry[],
  parent: string,
  key: string,
): Value | undefined {
  const holder = entryOf(settings, parent)?.value;
  return holder && valueAtKey(holder, key);
}

export type Mode = 'default' | 'auto_edit' | 'plan';

/** The value that chooses the mode; undefined where there is none. */
export const modeValue = (settings: readonly Entry[]): Value | undefined =>
  settingIn(settings, 'general', 'defaultApprovalMode') ??
  // An earlier name.
  settingIn(settings, 'tools', 'approvalMode');

/** The mode in which a session begins; null where that is not known. `yolo` in settings is ignored. */
export function modeIn(settings: readonly Entry[]): Mode | null {
  const written = modeValue(settings);
  if (!written) return 'default';
  const mode = textOf(written);
  if (mode === 'default' || mode === 'yolo') return 'default';
  if (mode === 'auto_edit') return mode;
  if (mode !== 'plan') return null;
  const plan = settingIn(settings, 'general', 'plan');
  const enabled = plan && valueAtKey(plan, 'enabled');
  return enabled?.kind === 'boolean' && !enabled.boolean ? 'default' : mode;
}
