// Determines which of several skills and commands with one name a host uses.

import { placeIn } from '../../hosts/catalog/places';
import { definesSkills, type Host } from '../../hosts/model/host';
import { distinctPath } from '../../hosts/model/located-file';
import { against, isVisibleFrom } from '../../hosts/model/name-precedence';
import { effectIn } from '../../hosts/model/outcome';
import { documentKindOf, type Place } from '../../hosts/model/place';
import { type Message, t } from '../../text/message';
import type { SkillInput } from '../rule';
import type { KnownName, WorkspaceView } from '../workspace-view';

export interface SkillNamesakes {
  /** The path of the other file. */
  readonly path: string;
  readonly message: Message;
  /** How the host decides: a whole sentence. */
  readonly why: Message;
  /** The host may use either, so the author can rename either. */
  readonly isShared: boolean;
}

/** A fast check, before the file is judged: whether another file has the name of a skill or a command that it defines. */
export const mayShareName = (names: readonly KnownName[], workspace: WorkspaceView): boolean =>
  names.some(
    ({ host, kind, name, path }) =>
      kind === 'skill' && filesWith(host, name, workspace).some((other) => other.path !== path),
  );

/** Null for a file whose name is unique, or that the host uses. */
export function skillNamesakes({ verdict, skill, workspace }: SkillInput): SkillNamesakes | null {
  const { place } = verdict;
  const kind = documentKindOf(place);
  if (!definesSkills(kind) || !kind.sameName || !isOwn(place)) return null;
  const { sameName } = kind;
  const { host } = place;
  for (const other of placesWith(place, skill.id, workspace)) {
    const order = against(place, other, sameName);
    if (!order || order.goes === 'before' || !isVisibleFrom(other, place)) continue;
    // A skill of a project is meant to override one of the user.
    if (order.goes === 'behind' && place.location.scope === 'user' && isOfProject(other)) continue;
    const args = { name: skill.id, path: distinctPath(other, place), host: host.name };
    return {
      path: other.path,
      isShared: order.goes === 'either',
      message:
        order.goes === 'either'
          ? t('"{name}" is also defined in {path}, and {host} uses only one of them.', args)
          : t('"{name}" is also defined in {path}, which {host} uses instead.', args),
      why: effectIn(host, order.effect),
    };
  }
  return null;
}

/** Files in folders that belong to other hosts, or to several, are often copies of one skill. */
const isOwn = ({ role, location }: Place): boolean => role === 'owner' && !location.isOptional;

const isOfProject = ({ location }: Place): boolean => location.scope === 'project';

/** The other skills and commands of the host with this name, also those that the model cannot use. */
function placesWith({ host, path }: Place, id: string, workspace: WorkspaceView): readonly Place[] {
  const around = workspace.home === null ? {} : { home: workspace.home };
  return filesWith(host, id, workspace).flatMap((name) => {
    if (name.path === path) return [];
    const place = placeIn(host, name.path, around);
    return place && isOwn(place) && isCalledBy(place, name) ? [place] : [];
  });
}

const filesWith = (host: Host, name: string, workspace: WorkspaceView): readonly KnownName[] =>
  (['defines', 'denies'] as const).flatMap((does) =>
    workspace.companions(host, 'skill', does, name),
  );

/** Whether the host calls the file by the name: a folder or a path has no key. */
const isCalledBy = ({ location }: Place, { key }: KnownName): boolean =>
  location.id === 'name-field' ? key === 'name' : key === undefined;
