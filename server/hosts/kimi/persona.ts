// The agent as Kimi Code builds it.
import { entryOf, textOf, type Value } from '../../yaml/value';
import { collectTools } from '../judge/collect-tools';
import { createToolVerdict, type Tools, type ToolVerdict } from '../model/persona';
import type { PersonaBuilder, PersonaInput } from '../model/persona-builder';
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
      permissions: null,
      color: null,
      mode: null,
      userInvocable: true,
      modelInvocable: true,
      hidden: false,
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
  const value = fieldOf(input, 'tools');
  const names = namesIn(input.text, value);
  const listed = names.map(({ text, span }) =>
    createToolVerdict(text, span, 'tools', outcomeOf(text, names.length === 1)),
  );
  const removed = namesIn(input.text, fieldOf(input, 'disallowedTools')).map(({ text, span }) =>
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

const fieldOf = ({ agent }: PersonaInput, key: string): Value | undefined =>
  entryOf(agent.fields, key)?.value;

const textIn = (input: PersonaInput, key: string): string | undefined =>
  textOf(fieldOf(input, key))?.trim();
