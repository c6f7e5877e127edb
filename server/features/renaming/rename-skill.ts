// Renames a skill or a command everywhere: its folder or file, the name in it, and where agents, settings, skills and commands name it.

import { exactNameSpan } from '../../hosts/judge/mentions/reference-builders';
import type { Host } from '../../hosts/model/host';
import type { Edit } from '../../text/edit';
import { applyEdits } from '../../text/edit';
import { type Message, t } from '../../text/message';
import { type Span, slice, touches } from '../../text/span';
import type { WorkspaceIndex } from '../../workspace/index';
import { textOf } from '../../yaml/value';
import { skillReferences, skillsNamed } from '../body/skill-uses';
import { usesAt } from '../navigation';
import type { View } from '../view/view';
import { isOnKeyOrFence } from './file-named-agent';
import { EditsByPath, type Move, type MoveInput } from './move-edits';

/** The name of a skill or a command at an offset. */
export interface NamedSkill {
  /** Empty where the name is not written there. */
  readonly span: Span;
  readonly name: string;
  /** The hosts that call it by this name. */
  readonly hosts: readonly Host[];
  /** What the name begins with in its own file, where it is of a plugin: `plugin:`. */
  readonly prefix?: string;
}

/** Where it is used, or on the name in its own file, or on a fence or key of it; null elsewhere. */
export function namedSkillAt(view: View, offset: number): NamedSkill | null {
  const uses = usesAt(view, offset).filter(({ reference: { kind } }) => kind === 'skill');
  const [first] = uses;
  if (first) {
    const { name, span } = first.reference;
    const same = uses.filter(({ reference }) => reference.name === name);
    return { name, span, hosts: [...new Set(same.map(({ host }) => host))] };
  }
  const [shown] = view.shown();
  const name = shown?.skill?.id;
  if (shown === undefined || name === undefined) return null;
  const prefix = shown.place.partName ? name.slice(0, name.indexOf(':') + 1) : '';
  const span = nameSpanIn(view, name.slice(prefix.length));
  const isOnName = span !== null && touches(span, offset);
  if (!isOnName && !isOnKeyOrFence(view, offset)) return null;
  const hosts = view
    .shown()
    .flatMap(({ skill, place }) => (skill?.id === name ? [place.host] : []));
  return { name, span: isOnName ? span : { start: offset, end: offset }, hosts, prefix };
}

export interface RenamedSkill {
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** Of the folders of skills and the files of commands. */
  readonly moves: readonly Move[];
}

export function renameSkill(
  named: NamedSkill,
  typed: string,
  input: MoveInput,
): RenamedSkill | { readonly refused: Message } {
  const prefix = named.prefix || pluginPrefix(input.index, named);
  const withoutPrefix = (name: string): string =>
    name.startsWith(prefix) ? name.slice(prefix.length) : name;
  return renamed(
    { ...named, name: withoutPrefix(named.name) },
    withoutPrefix(typed),
    prefix,
    input,
  );
}

/** What its full name begins with, such as `plugin:`. Empty for a skill that is in no plugin. */
function pluginPrefix(index: WorkspaceIndex, { name, hosts }: NamedSkill): string {
  const known = hosts.flatMap((host) => index.companions(host, 'skill', 'defines', name));
  const [full] = known.flatMap(({ fullName }) => fullName ?? []);
  return full === undefined ? '' : full.slice(0, full.indexOf(':') + 1);
}

/** @param prefix under which it is used, too */
function renamed(
  { name, hosts }: Pick<NamedSkill, 'name' | 'hosts'>,
  typed: string,
  prefix: string,
  { index, viewAt, isReadOnly }: MoveInput,
): RenamedSkill | { readonly refused: Message } {
  // A command in a subfolder is called by its path, which the name keeps.
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const own = typed.startsWith(folder) ? typed.slice(folder.length) : typed;
  const wanted = folder + own;
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N}._:-]*[\p{L}\p{N}_-])?$/u.test(own))
    return { refused: t('The name can contain letters, digits, ".", "_", ":" and "-".') };
  const filesNamed = (one: string): readonly string[] =>
    [...new Set([one, prefix + one])].flatMap((full) =>
      hosts.flatMap((host) => filesOf(index, host, full)),
    );
  const [existing] = filesNamed(wanted);
  if (existing !== undefined)
    return { refused: t('{path} already defines "{name}".', { path: existing, name: wanted }) };
  const paths = [...new Set(filesNamed(name))];
  if (paths.length === 0)
    return { refused: t('No file of this workspace defines "{name}".', { name }) };
  const fixed = paths.find(isReadOnly);
  if (fixed !== undefined)
    return {
      refused: t('"{name}" is also defined in {path}, which cannot be changed.', {
        name,
        path: fixed,
      }),
    };
  // Windows has no folders with it.
  if (wanted.includes(':') && paths.some((path) => path.endsWith('/SKILL.md')))
    return { refused: t('The name of a folder cannot contain ":".') };
  const edits = new EditsByPath();
  const moves: Move[] = [];
  for (const path of paths) {
    const view = viewAt(path);
    if (!view) continue;
    const span = nameSpanIn(view, name);
    const own = span ? [{ span, text: wanted }] : [];
    const move = moveFor(path, name, wanted);
    const to = move ? path.replace(move.from, () => move.to) : path;
    if (to !== path && index.hasFile?.(to))
      return { refused: t('{path} already exists.', { path: to }) };
    const after = viewAt(to, applyEdits(view.outline.text, own));
    const losing = view
      .shown()
      .find(
        ({ skill, place }) =>
          (skill?.id === name || skill?.id === prefix + name) &&
          hosts.includes(place.host) &&
          after?.verdicts().find((one) => one.place.host === place.host)?.skill?.id !==
            skill.id.slice(0, -name.length) + wanted,
      );
    if (losing)
      return {
        refused: t('{host} would not use the name "{name}" for this file.', {
          host: losing.place.host.name,
          name: wanted,
        }),
      };
    for (const { span: at, text } of own) edits.put(path, at, text);
    if (move && !moves.some(({ from }) => from === move.from)) moves.push(move);
  }
  for (const before of new Set(['', prefix])) {
    const uses = skillReferences(
      index,
      hosts.map((host) => ({ host, name: before + name })),
      // A rule applies to the part of a plugin by the full name only.
      before === prefix,
    );
    for (const { path, span } of uses) {
      const view = isReadOnly(path) ? null : viewAt(path);
      if (view && slice(view.outline.text, span) === before + name)
        edits.put(path, span, before + wanted);
    }
  }
  return { edits: edits.all(), moves };
}

/** The files that the host knows under the name. */
const filesOf = (index: WorkspaceIndex, host: Host, name: string): readonly string[] =>
  [...skillsNamed(index, host, name), ...index.companions(host, 'skill', 'denies', name)].map(
    ({ path }) => path,
  );

/** The field `name` of the file, where it is this name. */
function nameSpanIn({ outline }: View, name: string): Span | null {
  const value = outline.fields.find(({ key }) => key === 'name')?.value;
  return value && textOf(value) === name
    ? exactNameSpan(outline.text, { name, span: value.span })
    : null;
}

/** The folder of a skill, or the file of a command, where it has the name; null for others. */
function moveFor(path: string, name: string, wanted: string): Move | null {
  const [folder, file] = [
    path.slice(0, path.lastIndexOf('/')),
    path.slice(path.lastIndexOf('/') + 1),
  ];
  const last = (one: string): string =>
    one.slice(Math.max(one.lastIndexOf(':'), one.lastIndexOf('/')) + 1);
  if (file === 'SKILL.md')
    return folder.endsWith(`/${name}`)
      ? { from: folder, to: folder.slice(0, -name.length) + wanted }
      : null;
  const dot = file.indexOf('.');
  return file.slice(0, dot) === last(name)
    ? { from: path, to: `${folder}/${last(wanted)}${file.slice(dot)}` }
    : null;
}
