// What a host calls a skill or a command of a plugin.
import type { PluginFormat, PluginLayout } from '../model/plugin';

interface NamedPart {
  readonly kind: 'skill' | 'command';
  /** The path in the plugin. */
  readonly file: string;
  /** The name of the folder of the skill, or the name of the command by its path. */
  readonly own: string;
  /** What its field for the name states; needed only for a skill at the root. */
  readonly stated?: string | undefined;
}

/** Such as `plugin:greet`. @param id what the same file in a project is called by */
export function fullNameOf(
  { callsByFolder, callsByFile, asId = unchanged, omitsSameName }: PluginFormat,
  { name, prefix = name ?? '' }: Pick<PluginLayout, 'name' | 'prefix'>,
  { kind, file, own, stated }: NamedPart,
  id: string,
): string {
  const atRoot = file === 'SKILL.md' ? stated : undefined;
  const ofSkill = callsByFolder ? (atRoot ?? own.replaceAll(/[^\w-]/g, '-')) : id;
  const part = asId(kind === 'skill' ? ofSkill : callsByFile ? own : id);
  return omitsSameName && part === prefix ? part : `${prefix}:${part}`;
}

const unchanged = (name: string): string => name;

/**
 * The path of a command below the folder of commands, without the ending: `git/pr` for `git:pr`. Where the name of the file has a
 * colon, it stays.
 */
export function pathOfCommand({
  file,
  name,
}: {
  readonly file: string;
  readonly name: string;
}): string {
  const own = file.slice(file.lastIndexOf('/') + 1, -'.md'.length);
  const isOfFile = name.endsWith(own);
  const before = isOfFile ? name.slice(0, name.length - own.length) : name;
  return before.replaceAll(':', '/') + (isOfFile ? own : '');
}
