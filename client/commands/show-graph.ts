import type { Command } from './command';

/** Opens the picture of all agents and who may call whom. */
export const showGraph: Command = {
  id: 'dossier.showGraph',
  run: ({ graph }) => graph.show(),
};
