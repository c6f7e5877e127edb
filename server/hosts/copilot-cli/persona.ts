// The persona of an agent in Copilot CLI.

import { t } from '../../text/message';
import { textOf } from '../../yaml/value';
import type { LocatedFile } from '../model/located-file';
import { type Persona, personaDefaults } from '../model/persona';
import { fieldValue, type PersonaBuilder, type PersonaInput } from '../model/persona-builder';
import { reserved } from './fields';
import { pluginId } from './plugin';
import { resolveTools } from './resolve-tools';

export const persona: PersonaBuilder = (input) => {
  const { agent, place } = input;
  const { tools, verdicts, depends } = resolveTools(input);
  const id = idAt(place);
  const name = place.location.scope === 'plugin' ? id : textOf(fieldValue(input, 'name')) || id;
  const model = modelOf(input);
  const isNameTaken = name === reserved || id === reserved;
  return {
    persona: {
      id,
      name,
      description: textOf(fieldValue(input, 'description')) ?? null,
      model,
      tools,
      ...personaDefaults,
      userInvocable: flag(input, 'user-invocable') ?? true,
      modelInvocable: !(flag(input, 'disable-model-invocation') ?? flag(input, 'infer') === false),
      prompt: agent.prompt.text,
    },
    tools: verdicts,
    depends: model.written === null ? depends : [...depends, 'model'],
    runs: !isNameTaken,
    runsNot: isNameTaken
      ? t('{host} ignores the agent because it has a built-in agent named "{name}".', {
          name: reserved,
        })
      : undefined,
  };
};

/** The file decides, and in a plugin only its name. */
export function idAt(place: LocatedFile): string {
  const { below, location } = place;
  return location.scope === 'plugin'
    ? pluginId(place, idOf(below.slice(below.lastIndexOf('/') + 1)))
    : idOf(below);
}

/** `team--reviewer` for `team/reviewer.agent.md`. */
const idOf = (below: string): string =>
  below.replace(/(?:\.agent)?\.md$/, '').replaceAll('/', '--');

function flag(input: PersonaInput, key: string): boolean | undefined {
  const value = fieldValue(input, key);
  return value?.kind === 'boolean' ? value.boolean : undefined;
}

function modelOf(input: PersonaInput): Persona['model'] {
  const value = fieldValue(input, 'model');
  if (value?.kind === 'list')
    return { written: value.items.flatMap((item) => textOf(item) ?? []), effective: null };
  const written = textOf(value) ?? null;
  return { written, effective: written === null ? 'inherit' : null };
}
