// The commands of hooks that a program runs.
import { documentKindOf } from '../../hosts/model/place';
import type { HookCommand, HookScripts } from '../../hosts/model/settings';
import type { Verdict } from '../../hosts/model/verdict';
import { covers } from '../../text/span';

export interface RunHooks {
  readonly scripts: HookScripts;
  /** In source order. In settings without hooks that the program drops, which another rule reports. */
  readonly commands: readonly HookCommand[];
}

/** Null where the document has none, where it is not known what they do, and where the program ignores the file. */
export function hooksOf({ place, agent, fields, outcome }: Verdict): RunHooks | null {
  const kind = documentKindOf(place);
  const scripts = 'scripts' in kind ? kind.scripts : undefined;
  if (!scripts || !outcome.startsWith('loads')) return null;
  const dropped = fields.flatMap(({ field, problems }) =>
    kind.subject === 'settings' && field?.role === 'hooks'
      ? problems.map(({ value }) => value.span)
      : [],
  );
  const commands = scripts
    .commands(agent?.fields ?? [])
    .filter(({ command }) => !dropped.some((span) => covers(span, command.span)));
  return { scripts, commands };
}
