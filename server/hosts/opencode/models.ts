// Models are written `provider/model`. OpenCode checks nothing when it loads a file: what is wrong shows at the first
// message, and nothing steps in.
import type { ModelCatalogue, ModelVerdict } from '../models';
import { type CatalogueModel, type CatalogueProvider, providerOf, providers } from './catalogue';
import { ran } from './evidence';
import { successor } from './successor';

export interface ModelParts {
  /** Before the first slash. */
  readonly provider: string;
  /** Behind it; may hold slashes of its own, and is empty where there is none. */
  readonly model: string;
}

/** As the host splits what is written. */
export function splitModel(written: string): ModelParts {
  const slash = written.indexOf('/');
  if (slash < 0) return { provider: written, model: '' };
  return { provider: written.slice(0, slash), model: written.slice(slash + 1) };
}

/** The model in the host's own catalogue, or undefined. */
export function catalogued(written: string): CatalogueModel | undefined {
  const { provider, model } = splitModel(written);
  return providerOf(provider)?.models.find(({ id }) => id === model);
}

/** Names for the field `variant` that the catalogue has for a model. */
export const variantsOf = (written: string): readonly string[] =>
  catalogued(written)?.variants ?? [];

function resolve(written: string): ModelVerdict {
  if (written === '')
    return { effective: 'inherit', outcome: 'inherits', says: 'takes an empty text for no model' };
  const { provider, model } = splitModel(written);
  if (provider === '' || model === '') return malformed(written);
  const known = providerOf(provider);
  if (!known) {
    return {
      effective: written,
      outcome: 'foreign',
      says: `knows no provider "${provider}": the agent runs only where opencode.json declares it`,
    };
  }
  const found = known.models.find(({ id }) => id === model);
  if (!found) return unlisted(written, known, model);
  if (found.status !== 'deprecated')
    return { effective: written, outcome: 'known', says: `asks ${known.name} for ${found.name}` };
  const instead = successorOf(known, model);
  return {
    effective: written,
    outcome: 'retired',
    says: `no longer offers ${found.name}: the agent's first message fails`,
    ...(instead !== undefined && { instead }),
  };
}

function unlisted(written: string, provider: CatalogueProvider, model: string): ModelVerdict {
  const instead = successorOf(provider, model);
  return {
    effective: written,
    outcome: 'unlisted',
    says: `has no model "${model}" of ${provider.name}: the agent runs only where opencode.json declares it`,
    ...(instead !== undefined && { instead }),
  };
}

/** Names without a provider are short names of another host, as a rule: `sonnet`, `inherit`. */
function malformed(written: string): ModelVerdict {
  return {
    effective: null,
    outcome: 'malformed',
    says: `takes "${written.split('/')[0] ?? ''}" for a provider without a model: the agent loads, and its first message fails`,
  };
}

function successorOf(
  { id: provider, models }: CatalogueProvider,
  model: string,
): string | undefined {
  const active = models.filter(({ status }) => status === 'active').map(({ id }) => id);
  const found = successor(model, active);
  return found === undefined ? undefined : `${provider}/${found}`;
}

export const models: ModelCatalogue = { models: [], providers, resolve, evidence: ran };
