// The agent as Cursor builds it.
import { textOf, type Value } from '../../yaml/value';
import type { FieldVerdict } from '../model/field-verdict';
import { allTools, personaDefaults } from '../model/persona';
import { fieldValue, type PersonaBuilder } from '../model/persona-builder';
import { models } from './models';

export const persona: PersonaBuilder = (input) => {
  const written = textOf(fieldValue(input, 'model')) || null;
  const listed = toolsIn(fieldValue(input, 'tools'));
  const name = textOf(fieldValue(input, 'name')) || nameOfFile(input.place.path);
  return {
    persona: {
      id: name,
      name,
      description: textOf(fieldValue(input, 'description')) ?? null,
      model: { written, effective: models.resolve(written ?? 'inherit').effective },
      tools: {
        ...allTools,
        ...(isReadOnly(input.fields) && { readOnly: 'applied' }),
        ...(listed.length > 0 && { isUnknown: true }),
        unverified: [...new Set(listed)],
      },
      ...personaDefaults,
      prompt: input.agent.prompt.text,
    },
    tools: [],
    depends: ['mcp'],
    runs: true,
  };
};

/** Whether the agent may change no file. */
export const isReadOnly = (fields: readonly FieldVerdict[]): boolean =>
  fields.some(
    ({ key, value, outcome }) =>
      key === 'readonly' && outcome === 'kept' && value.kind === 'boolean' && value.boolean,
  );

/**
 * Every comma separates names, also in parentheses. Which names are those of tools, and whether they limit the agent, is not known.
 */
const toolsIn = (value: Value | undefined): readonly string[] =>
  (textOf(value) ?? '').split(',').flatMap((name) => name.trim() || []);

/** The last extension is left out, and each run of spaces and underscores becomes a hyphen. */
function nameOfFile(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  return file.slice(0, dot > 0 ? dot : file.length).replaceAll(/[\s_]+/g, '-');
}
