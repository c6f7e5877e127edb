// The agent as Codex builds it. A role has every tool of the session: only the sandbox and the approval policy limit it.
import { textOf } from '../../yaml/value';
import { allTools, personaDefaults } from '../model/persona';
import { fieldValue, type PersonaBuilder } from '../model/persona-builder';
import { modelOf } from './models';

export const persona: PersonaBuilder = (input) => {
  const { agent, place, given } = input;
  const text = (key: string): string | undefined => textOf(fieldValue(input, key));
  const [ownName, ownDescription] = [text('name')?.trim(), text('description')?.trim()];
  const id = place.entry?.name ?? (ownName || given?.['name'] || place.base);
  const written = text('model') ?? null;
  const model = modelOf(written);
  const isReadOnly = input.fields.some(
    ({ key, value, outcome }) =>
      key === 'sandbox_mode' && outcome === 'kept' && textOf(value) === 'read-only',
  );
  return {
    persona: {
      id,
      name: id,
      description: ownDescription ?? given?.['description'] ?? null,
      model: { written, effective: model.effective },
      // The sandbox of the session applies, not that of the role.
      tools: isReadOnly ? { ...allTools, readOnly: 'stated' } : allTools,
      ...personaDefaults,
      prompt: agent.prompt.text,
    },
    tools: [],
    depends: [],
    runs: model.outcome !== 'malformed',
    ...(model.outcome === 'malformed' && { runsNot: model.effect }),
  };
};
