// What Claude Code lets an agent do without asking is for the session: its settings, its mode. A file can name a mode for
// its agent, and a list of tools says nothing of single commands.
import { textOf } from '../../agent/value';
import type { Deed } from '../deeds';
import type { SessionSays } from '../weighing';
import { ran } from './evidence';

/** Measured with a call of Write and a call of Bash in each mode. */
const changing: ReadonlySet<Deed> = new Set(['change-file', 'create-file', 'run-command']);

const asks = '{host} asks, unless the settings of the session allow or deny it.';

export const session: SessionSays = {
  of(fields, deed) {
    if (!changing.has(deed)) return { effect: '{host} goes by the settings of the session.' };
    const field = fields.find(({ key, fate }) => key === 'permissionMode' && fate === 'kept');
    switch (field && !field.field?.noEffect ? textOf(field.value) : undefined) {
      case 'plan':
        return { action: 'deny', effect: '{host} refuses it: the file asks for plan mode.' };
      case 'dontAsk':
        return {
          effect: '{host} refuses what the settings of the session do not allow, and asks nobody.',
        };
      case 'auto':
        return { effect: '{host} lets a safety check decide.' };
      case 'acceptEdits':
        return deed === 'run-command'
          ? {
              effect:
                '{host} lets it change files without asking; on commands the settings decide.',
            }
          : {
              action: 'allow',
              effect:
                '{host} lets it change files of the project without asking, unless the settings of the session deny it.',
            };
      case 'bypassPermissions':
        return {
          effect:
            '{host} asks, unless the settings of the session allow or deny it: bypassPermissions counts only if the session itself runs so.',
        };
      default:
        return { action: 'ask', effect: asks };
    }
  },
  evidence: ran,
};
