// The agent with which a session starts, named in a configuration: whether the host can use it, and which others it could use.
import type { DefaultAgent, Host } from '../../hosts/model/host';
import { rootOf, withParents } from '../../hosts/model/located-file';
import type { Sentence } from '../../text/message';
import type { KnownAgent, KnownName, WorkspaceView } from '../workspace-view';

/** What is wrong with the agent that a configuration names. */
export interface DefaultAgentProblem {
  readonly why: 'missing' | 'disabled' | 'subagent' | 'hidden';
  readonly setting: DefaultAgent;
  /** The agents with that name. */
  readonly agents: readonly KnownAgent[];
}

/** Null where the host can start with the agent, where that is unknown, and for any other name. */
export function defaultAgentProblem(
  name: KnownName,
  workspace: WorkspaceView,
): DefaultAgentProblem | null {
  const { host, name: id, scope, root } = name;
  const setting = host.defaultAgent;
  if (!setting || name.key !== setting.key || scope !== 'project' || setting.replaces.test(id))
    return null;
  const problem = problemOf(name, setting, workspace);
  if (!problem || isOverridden(name, setting, workspace)) return null;
  return hasPlugins(host, setting, root, workspace) ? null : problem;
}

/** What is wrong with the agent that a command names, so that it cannot run. */
export interface CommandAgentProblem {
  readonly why: 'missing' | 'disabled';
  /** What the host does with the command: a sentence with `{host}`. */
  readonly effect: Sentence;
  /** The agents with that name. */
  readonly agents: readonly KnownAgent[];
}

/** Null where the agent exists, where that is unknown, and for any other name. */
export function commandAgentProblem(
  { host, name: id, key, scope, root }: KnownName,
  workspace: WorkspaceView,
): CommandAgentProblem | null {
  const setting = host.defaultAgent;
  const effect = host.missing?.agent?.effect;
  if (!setting || effect === undefined || key !== 'agent' || scope !== 'project') return null;
  if (setting.replaces.test(id) || !workspace.seesAll || workspace.isUnread(host, 'agent'))
    return null;
  if (workspace.called(host, id).length > 0) return null;
  const agents = workspace.shadowing(host, id).filter(isReadIn(root));
  if (agents.length === 0 && setting.own(id)) return null;
  if (hasPlugins(host, setting, root, workspace)) return null;
  return { why: agents.length > 0 ? 'disabled' : 'missing', effect, agents };
}

function problemOf(
  { host, name: id, root }: KnownName,
  setting: DefaultAgent,
  workspace: WorkspaceView,
): DefaultAgentProblem | null {
  const isRead = isReadIn(root);
  const agents = workspace.called(host, id).filter(isRead);
  const disabling = workspace.shadowing(host, id).filter(isRead);
  if (disabling.length > 0)
    return agents.some(({ staysOn }) => staysOn)
      ? null
      : { why: 'disabled', setting, agents: disabling };
  if (agents.length > 0) {
    // Agents with one name are merged field by field, so the result is unfit only if all of them are, for the same reason.
    const [why, ...others] = new Set(agents.map(({ unfit }) => unfit));
    return why && others.length === 0 ? { why, setting, agents } : null;
  }
  const own = setting.own(id);
  const why = own ? setting.unfit(own) : null;
  if (why) return { why, setting, agents };
  const isMissing = !own && workspace.seesAll && !workspace.isUnread(host, 'agent');
  return isMissing ? { why: 'missing', setting, agents } : null;
}

/**
 * The agents with which a session in the folder can start, as far as they are known: those of files, then those of the
 * host.
 * @param root null for any folder.
 */
export function possibleDefaultAgents(
  host: Host,
  setting: DefaultAgent,
  root: string | null,
  workspace: WorkspaceView,
): readonly string[] {
  const isRead = isReadIn(root);
  const isPossible = (id: string): boolean =>
    !workspace.shadowing(host, id).some(isRead) &&
    workspace.called(host, id).every((one) => !isRead(one) || one.unfit === null);
  const ids = workspace.ids(host).filter((id) => workspace.called(host, id).some(isRead));
  return [...new Set([...ids, ...setting.ownNames])].filter(isPossible);
}

/** Whether a session in the folder reads the agent: it is that of a user, of the folder, or of one that contains it. */
function isReadIn(root: string | null): (agent: KnownAgent) => boolean {
  if (root === null) return () => true;
  const folders = new Set(withParents(root));
  return ({ place }) => place.location.scope !== 'project' || folders.has(asFolder(rootOf(place)));
}

const asFolder = (path: string): string => (path === '' ? '' : `${path}/`);

/** Another configuration of the project names an agent that the host can use, and may come after this one. */
const isOverridden = (name: KnownName, setting: DefaultAgent, workspace: WorkspaceView): boolean =>
  possibleDefaultAgents(name.host, setting, name.root, workspace).some((id) =>
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
  { hasFile, home, definedNames }: WorkspaceView,
): boolean {
  if (definedNames(host, 'plugin').length > 0 || !hasFile) return true;
  const roots = [...withParents(root), ...(home === null ? [] : [asFolder(home)])];
  return pluginFolders.some((folder) => roots.some((one) => hasFile(`${one}${folder}`)));
}
