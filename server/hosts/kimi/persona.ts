// The agent as Kimi Code builds it.
import { textOf } from '../../yaml/value';
import { agentTools, verdictsOn } from '../judge/tools/agent-tools';
import { personaDefaults } from '../model/persona';
import {
  fieldValue,
  type PersonaBuilder,
  type PersonaInput,
  type ResolvedTools,
} from '../model/persona-builder';
import { nameOfFile } from './names';
import { isEverything, namesIn, outcomeOf, outcomeOfDenial } from './tool-names';

export const persona: PersonaBuilder = (input) => {
  const name = textIn(input, 'name') || nameOfFile(input.place.path);
  const { tools, verdicts } = toolsOf(input);
  return {
    persona: {
      id: name,
      name,
      description: textIn(input, 'description') || null,
      model: { written: null, effective: 'inherit' },
      tools,
      ...personaDefaults,
      prompt: input.agent.prompt.text,
    },
    tools: verdicts,
    depends: tools.all || tools.unverified.length > 0 ? ['mcp'] : [],
    runs: true,
  };
};

function toolsOf(input: PersonaInput): ResolvedTools {
  const value = fieldValue(input, 'tools');
  const names = namesIn(input.text, value);
  const listed = verdictsOn(names, 'tools', (name) => outcomeOf(name, names.length === 1));
  const removed = verdictsOn(
    namesIn(input.text, fieldValue(input, 'disallowedTools')),
    'disallowedTools',
    outcomeOfDenial,
  );
  // An empty list grants no tools.
  const isLimited = (value?.kind === 'text' || value?.kind === 'list') && !isEverything(names);
  const { tools: catalog } = input.dialect;
  return {
    tools: agentTools({ catalog, listed, removed, hasAll: !isLimited }),
    verdicts: [...listed, ...removed],
  };
}

const textIn = (input: PersonaInput, key: string): string | undefined =>
  textOf(fieldValue(input, key))?.trim();
