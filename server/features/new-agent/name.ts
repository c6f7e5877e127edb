// Checks the name of a new agent: whether a file can have it, and whether it is already in use.

import { placeIn } from '../../hosts/catalog/places';
import type { Host } from '../../hosts/model/host';
import { shortPath } from '../../hosts/model/located-file';
import { isVisibleFrom } from '../../hosts/model/name-precedence';
import type { WorkspaceView } from '../../rules/workspace-view';
import { type Message, t } from '../../text/message';

/** Why no file can have the name, as a sentence; undefined where one can. What a host rejects is reported by its findings. */
export function nameFlaw(name: string): Message | undefined {
  if (name.trim() === '') return t('An agent needs a name, which is also its file name.');
  if (name !== name.trim()) return t('The name must not begin or end with a space.');
  if (/[/\\]/.test(name))
    return t('"{name}" is a path. A name must not contain "/" or "\\".', { name });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds these characters
  if (/[<>:"|?*\u0000-\u001f\u007f]/.test(name))
    return t('"{name}" is not a valid file name on every system. Remove < > : " | ? * from it.', {
      name,
    });
  return /^\.|\.$/.test(name) ? t('The name must not begin or end with a period.') : undefined;
}

/** A warning where another agent that the host reads has this name; undefined where none has. */
export function takenBy(
  host: Host,
  name: string,
  path: string,
  workspace: WorkspaceView,
): Message | undefined {
  const place = placeIn(host, path);
  const other = workspace
    .called(host, name)
    .find((one) => !place || isVisibleFrom(one.place, place));
  if (other)
    return t('{host} already has an agent named "{name}" in {path}.', {
      host: host.name,
      name,
      path: shortPath(other.place),
    });
  const own = host.kinds.agent.sameName?.own(name) ?? null;
  if (own === null) return undefined;
  return own === 'stays'
    ? t('{host} has a built-in agent named "{name}" and would ignore this file.', {
        host: host.name,
        name,
      })
    : t('{host} has a built-in agent named "{name}", which this file would change.', {
        host: host.name,
        name,
      });
}
