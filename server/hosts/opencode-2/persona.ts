// The agent as the preview of OpenCode 2 builds it.

import { unknown } from '../model/evidence';
import type { PersonaBuilder } from '../model/persona-builder';
import { nameFromPath } from '../opencode/breaking-values';
import type { Family } from '../opencode/family';
import { modelsWith } from '../opencode/models';
import { personaWith } from '../opencode/persona';
import { builtinAgent } from './built-in-agents';
import { rulesIn } from './permission';
import { beyondTools } from './tools';

/** It is unknown which models the preview knows, so this is the catalog of OpenCode 1. */
export const models = modelsWith('opencode.json', unknown);

export const family: Family = { baseRules: [], builtin: builtinAgent, beyondTools };

const make = personaWith(family, {
  name: ({ place }) => nameFromPath(place.below),
  rules: rulesIn,
});

/** It is unknown what happens to a model at the first message. */
export const persona: PersonaBuilder = (input) => {
  const made = make(input);
  return { ...made, runs: made.persona.model.written === null ? made.runs : null };
};
