// What is computed of all files of a host, until one of them changes.
import type { Host } from '../hosts/model/host';
import type { WorkspaceView } from './workspace-view';

/** @returns `make`, which runs once for each host and state of the workspace. */
export function perRevision<T>(
  make: (workspace: WorkspaceView, host: Host) => T,
): (workspace: WorkspaceView, host: Host) => T {
  const states = new WeakMap<
    WorkspaceView,
    { readonly revision: number; readonly byHost: Map<Host, { readonly made: T }> }
  >();
  return (workspace, host) => {
    const { revision } = workspace;
    let state = states.get(workspace);
    if (state?.revision !== revision) {
      state = { revision, byHost: new Map() };
      states.set(workspace, state);
    }
    const known = state.byHost.get(host) ?? { made: make(workspace, host) };
    state.byHost.set(host, known);
    return known.made;
  };
}
