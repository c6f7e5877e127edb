// The agent as Auggie builds it.
import { textOf } from '../../yaml/value';
import { collectTools } from '../judge/collect-tools';
import { commaNamesIn } from '../judge/comma-names';
import {
  createToolOutcome,
  createToolVerdict,
  personaDefaults,
  type ToolOutcome,
  type ToolVerdict,
} from '../model/persona';
import { fieldValue, type PersonaBuilder, type PersonaInput } from '../model/persona-builder';
import { byName } from './tools';

export const persona: PersonaBuilder = (input) => {
  const name = textIn(input, 'name') ?? nameOf(input.place.below);
  const model = textIn(input, 'model') ?? null;
  const listed = verdictsIn(input, 'tools', grantOf);
  const removed = verdictsIn(input, 'disabled_tools', denialOf);
  // The program ignores the one list next to the other.
  const isLimited = listed.length > 0 && fieldValue(input, 'disabled_tools') === undefined;
  const named = collectTools(listed);
  const denied = [...new Set(removed.flatMap(({ names }) => names))];
  return {
    persona: {
      id: name,
      name,
      description: textIn(input, 'description') ?? null,
      model: { written: model, effective: model === null ? 'inherit' : null },
      tools: isLimited
        ? named
        : { all: true, granted: [], denied, always: [], unverified: [], lost: [] },
      ...personaDefaults,
      prompt: input.agent.prompt.text,
    },
    tools: [...listed, ...removed],
    depends: isLimited && named.unverified.length > 0 ? ['mcp'] : [],
    runs: null,
  };
};

/** The name of an agent without `name`: `team:reviewer` for `team/reviewer.md`. */
const nameOf = (below: string): string => below.replace(/\.[^.]*$/, '').replaceAll('/', ':');

const verdictsIn = (
  input: PersonaInput,
  key: string,
  outcomeOf: (name: string) => ToolOutcome,
): readonly ToolVerdict[] =>
  commaNamesIn(input.text, fieldValue(input, key)).map(({ text, span }) =>
    createToolVerdict(text, span, key, outcomeOf(text)),
  );

/** The documented list of tools is not complete, and MCP servers have more. */
const unverified = createToolOutcome('unverified', [], {
  effect: 'Whether {host} has a tool of this name is not known.',
});

function grantOf(name: string): ToolOutcome {
  const tool = byName.get(name);
  return tool
    ? createToolOutcome('granted', [name], tool.sometimes ? { sometimes: true } : {})
    : unverified;
}

const denialOf = (name: string): ToolOutcome =>
  byName.has(name) ? createToolOutcome('denied', [name]) : unverified;

const textIn = (input: PersonaInput, key: string): string | undefined =>
  textOf(fieldValue(input, key))?.trim() || undefined;
