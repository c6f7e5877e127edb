import { chosenPrograms, knownPrograms, pickPrograms, savePrograms } from '../programs/choose';
import type { Command } from './command';

/** Lets the user select and order the programs that come first everywhere. */
export const choosePrograms: Command = {
  id: 'dossier.choosePrograms',
  async run({ server }) {
    const { all, detected } = await knownPrograms(server);
    const saved = chosenPrograms();
    const initial = saved.length > 0 ? saved : detected.map(({ host }) => host);
    const chosen = await pickPrograms(all, initial);
    if (chosen) await savePrograms(chosen);
  },
};
