// Requests the agents of the workspace page by page, so that no answer is large and the server can answer others in between.
import {
  type AgentItem,
  type AgentPage,
  type AgentPageParams,
  type AgentsParams,
  agentPageMethod,
} from '../../server/protocol/protocol';
import type { Server } from '../server';

/** Rejects if the server does not start. */
export const allAgents = async (
  server: Pick<Server, 'request'>,
  params: AgentsParams = {},
): Promise<readonly AgentItem[]> => (await allPages(server, params)).items;

/** The same, with what the last page states. */
export async function allPages(
  server: Pick<Server, 'request'>,
  { shouldRescan = false, withSkills = false }: AgentsParams,
): Promise<Omit<AgentPage, 'next'>> {
  const items: AgentItem[] = [];
  let params: AgentPageParams = { shouldRescan, withSkills, after: null };
  for (;;) {
    const page = await server.request<AgentPage>(agentPageMethod, params);
    for (const item of page.items) items.push(item);
    if (page.next === null) return { items, lists: page.lists };
    params = { withSkills, after: page.next };
  }
}
