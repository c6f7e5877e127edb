// Models in VS Code are named as in the model picker. Which ones are available depends on the account, so no model is
// reported as unknown; only those that the running editor lists are known to exist.

import { t } from '../../text/message';
import type { Model, ModelCatalog, ModelVerdict } from '../model/models';
import { readHere } from './evidence';

const effect =
  '{host} uses the model with exactly this name in the model picker, or the model selected in the chat if there is none.';

/** Aliases of other hosts, which are not in the model picker. */
const foreign: ReadonlySet<string> = new Set(['sonnet', 'opus', 'haiku', 'inherit']);

/** IDs of Claude models. The picker has names such as "Claude Sonnet 4.5", and VS Code compares them exactly. */
const idOfClaude = /^(?:anthropic\/)?claude-[a-z\d.-]+$/;

function resolve(written: string, offered: readonly string[] = []): ModelVerdict {
  if (written.trim() === '') {
    return {
      effective: 'inherit',
      outcome: 'malformed',
      effect: '{host} uses the model selected in the chat.',
    };
  }
  const available = availableModel(written, offered);
  if (available !== undefined)
    return {
      effective: available,
      outcome: 'known',
      effect: t('{host} uses {model}, which is available in this editor.', {
        model: available,
      }),
    };
  if (foreign.has(written) || idOfClaude.test(written)) {
    return {
      effective: null,
      outcome: 'foreign',
      effect: '{host} expects a name from its model picker.',
      ...replacementFor(written, offered),
    };
  }
  return { effective: null, outcome: 'unchecked', effect };
}

/** The model in the picker that corresponds to an alias or an Anthropic model ID. */
function replacementFor(alias: string, offered: readonly string[]): { instead?: string } {
  const name = pickerName(alias);
  const same =
    name === undefined
      ? undefined
      : (availableModel(name, offered) ??
        availableModel(
          name,
          pickerModels.map(({ id }) => id),
        ));
  if (same !== undefined) return { instead: same };
  const model = pickerModels.find(({ id }) => id.toLowerCase().includes(alias));
  return model ? { instead: model.id } : {};
}

/** `Claude Opus 4.6` for `claude-opus-4.6`, `claude-opus-4-6`, and the same with a date. */
function pickerName(id: string): string | undefined {
  const match = /^(?:anthropic\/)?claude-([a-z])([a-z]*)-(\d+)(?:[.-](\d{1,2}))?(?:-\d{8})?$/.exec(
    id,
  );
  if (!match) return undefined;
  const [, first = '', rest = '', major = '', minor] = match;
  return `Claude ${first.toUpperCase()}${rest} ${major}${minor === undefined ? '' : `.${minor}`}`;
}

/** The editor's full name of a model; the vendor can be omitted for Copilot models. */
export const availableModel = (written: string, offered: readonly string[]): string | undefined =>
  offered.find((one) => one === written || one === `${written} (copilot)`);

/** The only picker names that are part of the program: it maps the aliases of Claude Code to them. */
const pickerModels: readonly Model[] = [
  'Claude Sonnet 4.5',
  'Claude Opus 4.6',
  'Claude Haiku 4.5',
].map((name) => ({
  id: `${name} (copilot)`,
  means: `${name}, provided by Copilot.`,
}));

export const models: ModelCatalog = {
  models: pickerModels,
  ofAccount: true,
  resolve,
  evidence: readHere,
};
