// What an agent can do without asking is decided by the settings and the mode of the session. An agent file can only choose
// a mode; its list of tools does not distinguish single commands.
import { textOf } from '../../yaml/value';
import type { SessionPolicy } from '../model/permission-evaluator';
import type { ToolPurpose } from '../model/tool-purposes';
import { readHere } from './evidence';

/** Measured with one call of Write and one of Bash in each mode. */
const changingPurposes: ReadonlySet<ToolPurpose> = new Set([
  'change-file',
  'create-file',
  'run-command',
]);

const asks = '{host} asks for permission unless the settings of the session allow or deny it.';

export const session: SessionPolicy = {
  of(fields, purpose) {
    if (!changingPurposes.has(purpose))
      return { effect: '{host} applies the settings of the session.' };
    const field = fields.find(({ key, outcome }) => key === 'permissionMode' && outcome === 'kept');
    switch (field && !field.field?.noEffect ? textOf(field.value) : undefined) {
      case 'plan':
        return { action: 'deny', effect: '{host} refuses it because the file selects plan mode.' };
      case 'dontAsk':
        return {
          effect:
            '{host} refuses everything that the settings of the session do not allow, without asking.',
        };
      case 'auto':
        return { effect: '{host} decides by a safety check.' };
      case 'acceptEdits':
        return purpose === 'run-command'
          ? {
              effect:
                '{host} applies the settings of the session to commands. The mode only allows file changes without asking.',
            }
          : {
              action: 'allow',
              effect:
                '{host} allows changes to files in the project without asking, unless the settings of the session deny them.',
            };
      case 'bypassPermissions':
        return {
          effect:
            '{host} asks for permission unless the settings of the session allow or deny it. "bypassPermissions" takes effect only if the session itself runs in that mode.',
        };
      default:
        return { action: 'ask', effect: asks };
    }
  },
  evidence: readHere,
};
