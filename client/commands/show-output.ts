import type { Command } from './command';

/** Shows what the server has to say of itself. */
export const showOutput: Command = {
  id: 'dossier.showOutput',
  run: ({ log }) => log.show(true),
};
