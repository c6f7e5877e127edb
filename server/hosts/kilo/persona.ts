// The agent as Kilo builds it.
import { entryOf, textOf } from '../../yaml/value';
import { executed } from '../model/evidence';
import type { PersonaBuilder } from '../model/persona-builder';
import type { Family } from '../opencode/family';
import { modelsWith } from '../opencode/models';
import { personaWith } from '../opencode/persona';
import { baseRules, builtinAgent } from './built-in-agents';
import { readHere, version } from './evidence';
import { beyondTools } from './permission';

/** The two catalogs have 223 providers and 98 of 100 models in common. */
export const models = modelsWith(
  'kilo.json',
  executed(`@kilocode/cli ${version}, compared with the catalog of OpenCode, which is used here`),
  {
    ids: ['kilo', 'anthropic', 'github-copilot', 'openai', 'google', 'openrouter', 'vercel'],
    evidence: readHere,
  },
);

export const family: Family = {
  baseRules,
  builtin: builtinAgent,
  beyondTools,
  yields: ({ key, value }) => key === 'mode' && textOf(value) === 'primary',
};
const make = personaWith(family);

export const persona: PersonaBuilder = (input) => {
  const made = make(input);
  const { fields } = input.agent;
  const options = entryOf(fields, 'options')?.value;
  const shown =
    textOf(entryOf(fields, 'displayName')?.value) ??
    (options?.kind === 'map' ? textOf(entryOf(options.entries, 'displayName')?.value) : undefined);
  return shown ? { ...made, persona: { ...made.persona, name: shown } } : made;
};
