// Plugins that settings enable and that are not in the workspace: nothing is known of their parts.
import type { Host } from '../../hosts/model/host';
import type { WorkspaceView } from '../workspace-view';

/** Whether the name, such as `tools:reviewer`, is that of a part of such a plugin, so that it may exist. */
export function isOfInstalledPlugin(workspace: WorkspaceView, host: Host, name: string): boolean {
  const colon = name.indexOf(':');
  if (colon <= 0) return false;
  const prefix = name.slice(0, colon + 1);
  const isHere = [...workspace.ids(host), ...workspace.definedNames(host, 'skill')].some((known) =>
    known.startsWith(prefix),
  );
  const enabled = `${name.slice(0, colon)}@`;
  return (
    !isHere && workspace.definedNames(host, 'plugin').some((known) => known.startsWith(enabled))
  );
}
