import type { Command } from './command';

/** Opens the graph of all agents and their calls and handoffs. */
export const showGraph: Command = {
  id: 'dossier.showGraph',
  run: ({ graph }) => graph.show(),
};
