// The agent with which a session begins, named in a configuration: whether the host can use it, and which others it could use.
import type { DefaultAgent, Host } from '../hosts/model/host';
import type { KnownAgent, KnownName, WorkspaceView } from './workspace-view';

/** What is wrong with the agent that a configuration names. */
export interface DefaultAgentProblem {
  readonly why: 'missing' | 'disabled' | 'subagent' | 'hidden';
  readonly setting: DefaultAgent;
  /** The agents with that name. */
  readonly agents: readonly KnownAgent[];
}

/** Null where the host can begin with the agent, where that is unknown, and for any other name. */
export function defaultAgentProblem(
  name: KnownName,
  workspace: WorkspaceView,
): DefaultAgentProblem | null {
  const { host, name: id, scope } = name;
  const setting = host.defaultAgent;
  if (!setting || name.key !== setting.key || scope !== 'project') return null;
  if (setting.replaces.test(id) || isOverridden(name, setting, workspace)) return null;
  if (hasPlugins(host, setting, name.root, workspace)) return null;
  const agents = workspace.called(host, id);
  const silent = workspace.shadowing(host, id);
  if (silent.length > 0)
    return agents.some(({ staysOn }) => staysOn)
      ? null
      : { why: 'disabled', setting, agents: silent };
  if (agents.length > 0) {
    // Agents with one name are merged field by field: only where each of them is unfit for the same reason is their sum.
    const [why, ...others] = new Set(agents.map(({ unfit }) => unfit));
    return why && others.length === 0 ? { why, setting, agents } : null;
  }
  const own = setting.own(id);
  const why = own ? setting.unfit(own) : null;
  if (why) return { why, setting, agents };
  const isMissing = !own && workspace.seesAll && !workspace.isUnread(host, 'agent');
  return isMissing ? { why: 'missing', setting, agents } : null;
}

/** The agents with which a session can begin, as far as they are known: those of the workspace, then those of the host. */
export function possibleDefaultAgents(
  host: Host,
  setting: DefaultAgent,
  workspace: WorkspaceView,
): readonly string[] {
  const isPossible = (id: string): boolean =>
    workspace.shadowing(host, id).length === 0 &&
    workspace.called(host, id).every(({ unfit }) => unfit === null);
  const ids = workspace.ids(host).filter((id) => workspace.called(host, id).length > 0);
  return [...new Set([...ids, ...setting.ownNames])].filter(isPossible);
}

/** Another configuration of the project names an agent that the host can use, and may come after this one. */
const isOverridden = (name: KnownName, setting: DefaultAgent, workspace: WorkspaceView): boolean =>
  possibleDefaultAgents(name.host, setting, workspace).some((id) =>
    workspace
      .companions(name.host, 'agent', 'names', id)
      .some(
        ({ key, path, scope }) => key === setting.key && path !== name.path && scope === 'project',
      ),
  );

/** Whether a plugin may define or change agents. */
function hasPlugins(
  host: Host,
  { pluginFolders }: DefaultAgent,
  root: string,
  { hasFile, definedNames }: WorkspaceView,
): boolean {
  if (definedNames(host, 'plugin').length > 0 || !hasFile) return true;
  return pluginFolders.some((folder) => hasFile(root === '' ? folder : `${root}/${folder}`));
}
