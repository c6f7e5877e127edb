import type { Command } from './command';

/** Shows the output channel. */
export const showOutput: Command = {
  id: 'dossier.showOutput',
  run: ({ log }) => log.show(true),
};
