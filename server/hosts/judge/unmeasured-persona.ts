// The persona of an agent of a host of which little was measured.
import { entryOf, textOf } from '../../yaml/value';
import type { PersonaBuilder } from '../model/persona-builder';

/** The agent is named after its file and has every tool; of its fields, only the description counts. */
export const unmeasuredPersona: PersonaBuilder = ({ agent, place }) => ({
  persona: {
    id: place.base,
    name: place.base,
    description: textOf(entryOf(agent.fields, 'description')?.value) ?? null,
    model: { written: null, effective: null },
    tools: { all: true, granted: [], denied: [], always: [], unverified: [], lost: [] },
    permissions: null,
    color: null,
    mode: null,
    userInvocable: true,
    modelInvocable: true,
    hidden: false,
    prompt: agent.prompt.text,
  },
  tools: [],
  depends: [],
  runs: null,
});
