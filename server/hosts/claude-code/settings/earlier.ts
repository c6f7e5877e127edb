// Keys of settings as earlier versions of Claude Code read them: what the newest one accepts or ignores cost the whole file.
import type { Field } from '../../model/field';
import { attribution, settingsFields } from './fields';
import { printer, setting, texts } from './setting';

/** The last version that was asked in which only the newer forms are refused. */
const until = '2.1.260';

const before = (key: string, more: Partial<Field>): readonly [string, Field][] => {
  const field = settingsFields[key];
  return field ? [[key, { ...field, ...more, until }]] : [];
};

/** By their keys: in place of those of the newest version. */
export const earlierSettings: Readonly<Record<string, Field>> = Object.fromEntries([
  ...Object.entries(settingsFields).flatMap(([key, { empty }]) =>
    empty === 'accepted' ? before(key, { empty: 'checked' }) : [],
  ),
  ...before('attribution', { type: attribution }),
  ...before('disabledMcpjsonServers', { type: texts }),
  ...before('enabledMcpjsonServers', { type: texts }),
  [
    'subagentStatusLine',
    setting(printer, 'A command that prints a line for each subagent.', {
      governs: 'code',
      until: '2.1.306',
    }),
  ],
]);
