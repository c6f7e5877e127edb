// The agent as Kimi Code builds it.
import { textOf } from '../../yaml/value';
import { collectTools } from '../judge/collect-tools';
import { createToolVerdict, personaDefaults, type Tools, type ToolVerdict } from '../model/persona';
import { fieldValue, type PersonaBuilder, type PersonaInput } from '../model/persona-builder';
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

interface Resolved {
  readonly tools: Tools;
  readonly verdicts: readonly ToolVerdict[];
}

function toolsOf(input: PersonaInput): Resolved {
  const value = fieldValue(input, 'tools');
  const names = namesIn(input.text, value);
  const listed = names.map(({ text, span }) =>
    createToolVerdict(text, span, 'tools', outcomeOf(text, names.length === 1)),
  );
  const removed = namesIn(input.text, fieldValue(input, 'disallowedTools')).map(({ text, span }) =>
    createToolVerdict(text, span, 'disallowedTools', outcomeOfDenial(text)),
  );
  const denied = [
    ...new Set(removed.flatMap(({ outcome, names: own }) => (outcome === 'denied' ? own : []))),
  ];
  const verdicts = [...listed, ...removed];
  const named = collectTools(listed);
  // An empty list grants no tools.
  const isLimited = (value?.kind === 'text' || value?.kind === 'list') && !isEverything(names);
  if (!isLimited)
    return { tools: { ...named, all: true, granted: [], unverified: [], denied }, verdicts };
  const isLeft = (name: string): boolean => !denied.includes(name);
  return {
    tools: {
      ...named,
      granted: named.granted.filter(isLeft),
      unverified: named.unverified.filter(isLeft),
      denied: denied.filter((name) => named.granted.includes(name) || name.startsWith('mcp__')),
    },
    verdicts,
  };
}

const textIn = (input: PersonaInput, key: string): string | undefined =>
  textOf(fieldValue(input, key))?.trim();
