// Models in VS Code are called by the names of the model picker. Which there are depends on who is signed in, so
// nothing here is called unknown; what the running editor tells of is known to be there.

import { message } from '../../text/message';
import type { Model, ModelCatalogue, ModelVerdict } from '../models';
import { seen } from './evidence';

const effect =
  '{host} runs the model with exactly this name in the model picker, or the model chosen in the chat if there is none.';

/** Aliases of other hosts, which no picker shows. */
const foreign: ReadonlySet<string> = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** Ids of Claude models. The picker has names such as "Claude Sonnet 4.5", and they are compared letter by letter. */
const idOfClaude = /^(?:anthropic\/)?claude-[a-z\d.-]+$/;

function resolve(written: string, offered: readonly string[] = []): ModelVerdict {
  if (written.trim() === '') {
    return {
      effective: 'inherit',
      outcome: 'malformed',
      effect: '{host} runs the model chosen in the chat.',
    };
  }
  const here = offeredAs(written, offered);
  if (here !== undefined)
    return {
      effective: here,
      outcome: 'known',
      effect: message('{host} runs {model}, which this editor has.', { model: here }),
    };
  if (foreign.has(written) || idOfClaude.test(written)) {
    return {
      effective: null,
      outcome: 'foreign',
      effect:
        '{host} shows no model under this name: it goes by names of the model picker, such as "GPT-5 (copilot)".',
      ...instead(written, offered),
    };
  }
  return { effective: null, outcome: 'unchecked', effect };
}

/** The model of the picker that an alias or an id of Anthropic stands for. */
function instead(alias: string, offered: readonly string[]): { instead?: string } {
  const name = pickerName(alias);
  const same =
    name === undefined
      ? undefined
      : (offeredAs(name, offered) ??
        offeredAs(
          name,
          named.map(({ id }) => id),
        ));
  if (same !== undefined) return { instead: same };
  const model = named.find(({ id }) => id.toLowerCase().includes(alias));
  return model ? { instead: model.id } : {};
}

/** `Claude Opus 4.6` for `claude-opus-4.6`, `claude-opus-4-6` and such an id with a date. */
function pickerName(id: string): string | undefined {
  const match = /^(?:anthropic\/)?claude-([a-z])([a-z]*)-(\d+)(?:[.-](\d{1,2}))?(?:-\d{8})?$/.exec(
    id,
  );
  if (!match) return undefined;
  const [, first = '', rest = '', major = '', minor] = match;
  return `Claude ${first.toUpperCase()}${rest} ${major}${minor === undefined ? '' : `.${minor}`}`;
}

/** The model of the editor that is meant: one of Copilot may stand without its vendor. */
export const offeredAs = (written: string, offered: readonly string[]): string | undefined =>
  offered.find((one) => one === written || one === `${written} (copilot)`);

/** The only names of the picker that the program itself holds: they stand for aliases of Claude Code. */
const named: readonly Model[] = ['Claude Sonnet 4.5', 'Claude Opus 4.6', 'Claude Haiku 4.5'].map(
  (name) => ({
    id: `${name} (copilot)`,
    means: `${name}, by way of Copilot.`,
  }),
);

export const models: ModelCatalogue = { models: named, ofAccount: true, resolve, evidence: seen };
