// The agents of the workspace, for views that list or draw them.
import { type Address, agentList, skillList } from '../../features/agents/agent-list';
import { delegationGraph } from '../../features/agents/graph';
import { skillListLabels } from '../../features/agents/skill-list-labels';
import { type Programs, programsOf } from '../../features/view/program-order';
import {
  type AgentItem,
  type AgentPage,
  type AgentPageParams,
  type AgentsParams,
  agentPageMethod,
  agentsChangedMethod,
  agentsMethod,
  type Graph,
  graphMethod,
} from '../../protocol/protocol';
import { translated } from '../../text/translated';
import { pathForPeople } from '../answers/own';
import { folderOf } from '../documents/folders';
import type { Session } from '../session';
import { GuestAgents } from '../workspace/guest-agents';

/** Milliseconds between refreshes of a view. More frequent updates are not needed. */
const pauseMs = 250;
/**
 * The first answer waits until no new agents have arrived for `quietMs`, but at most `patienceMs`, so that
 * large workspaces do not delay it. Both are in milliseconds.
 */
const quietMs = 150;
const patienceMs = 2000;
/** The pause between answers lasts `share` times as long as an answer, so that the survey is not slowed down. */
const share = 20;
/** Files. Their items take some tens of milliseconds and have less than a megabyte. */
const pageSize = 250;

export function handleAgents(session: Session): void {
  const { connection, client, index, surveyor, world, locate, open, documents, settings } = session;
  const guests = new GuestAgents(session);
  let isWatching = false;
  let isWaiting = false;
  let answerMs = 0;
  let changedAt = 0;

  const addressOf = (path: string): Address => ({
    uri: open.uriOf(path),
    folder: folderOf(path, client.folders)?.uri ?? null,
    path: pathForPeople(path, client.folders, world.home),
  });
  /** Returns the path within its workspace folder, prefixed with the folder's name if there are several. */
  const folderName = (path: string): string => {
    const short = pathForPeople(`${path}/`, client.folders, world.home).slice(0, -1);
    const root = client.folders.length > 1 ? folderOf(`${path}/`, client.folders) : null;
    return root ? `${root.path.slice(root.path.lastIndexOf('/') + 1)}/${short}` : short;
  };
  /** Waits for the survey, so that an incomplete index is not mistaken for an empty one. */
  const settled = async (): Promise<void> => {
    const end = performance.now() + patienceMs;
    const isMoving = (now: number): boolean => index.size === 0 || now - changedAt < quietMs;
    for (let now = 0; now < end && isMoving(now); now = performance.now()) await pause();
  };
  const notify = (): void => {
    isWaiting = false;
    try {
      connection.sendNotification(agentsChangedMethod).catch(() => undefined);
    } catch {
      // the connection is closed
    }
  };
  /** As set for the whole window, because the list is not about one file. */
  const programs = (): Programs => programsOf(settings.of(''), documents.options.editor ?? null);
  index.watch(() => {
    changedAt = performance.now();
    if (!isWatching || isWaiting) return;
    isWaiting = true;
    setTimeout(notify, Math.max(pauseMs, share * answerMs));
  });
  connection.onRequest(graphMethod, async (): Promise<Graph> => {
    if (!isWatching) await settled();
    isWatching = true;
    const begin = performance.now();
    const graph = translated(
      delegationGraph(index, addressOf, folderName, programs()),
      client.translate,
    );
    answerMs = performance.now() - begin;
    return graph;
  });
  const prepare = async ({ shouldRescan }: AgentsParams): Promise<void> => {
    if (shouldRescan) surveyor.survey();
    if (!isWatching) await settled();
    isWatching = true;
  };
  const pathsFor = ({ withSkills = false }: AgentsParams): readonly string[] =>
    [...new Set([...index.paths(), ...(withSkills ? index.skillPaths() : [])])].sort();
  const itemsOf = (paths: readonly string[], withSkills = false): readonly AgentItem[] => {
    const begin = performance.now();
    const agents = agentList(
      index,
      addressOf,
      (path, span) => locate(path, span)?.range.start ?? null,
      programs(),
      (path) => guests.of(path),
      paths,
    );
    const skills = withSkills ? skillList(index, addressOf, programs(), paths) : [];
    const shown = translated([...agents, ...skills], client.translate);
    answerMs = performance.now() - begin;
    return shown;
  };
  const listsFor = ({ withSkills }: AgentsParams): AgentPage['lists'] =>
    withSkills ? translated(skillListLabels(index), client.translate) : [];
  /** Sorted when a client begins to request pages. */
  let paths: readonly string[] = [];
  connection.onRequest(
    agentsMethod,
    async (params: AgentsParams): Promise<readonly AgentItem[]> => {
      await prepare(params);
      await guests.prepare([...index.paths()]);
      return itemsOf(pathsFor(params), params.withSkills);
    },
  );
  connection.onRequest(agentPageMethod, async (params: AgentPageParams): Promise<AgentPage> => {
    const { after } = params;
    if (after === null) {
      await prepare(params);
      paths = pathsFor(params);
    }
    const from = after === null ? 0 : paths.findIndex((path) => path > after);
    if (from < 0) return { items: [], next: null, lists: listsFor(params) };
    const page = paths.slice(from, from + pageSize);
    await guests.prepare(page);
    const isLast = from + pageSize >= paths.length;
    return {
      items: itemsOf(page, params.withSkills),
      next: isLast ? null : (page.at(-1) ?? null),
      lists: isLast ? listsFor(params) : [],
    };
  });
}

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, 25));
