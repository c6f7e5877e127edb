// The agent as Auggie builds it.
import { textOf } from '../../yaml/value';
import { agentTools, verdictsOn } from '../judge/tools/agent-tools';
import { commaNamesIn } from '../judge/tools/comma-names';
import { createToolOutcome, personaDefaults, type ToolOutcome } from '../model/persona';
import { fieldValue, type PersonaBuilder, type PersonaInput } from '../model/persona-builder';
import { byName } from './tools';

export const persona: PersonaBuilder = (input) => {
  const name = textIn(input, 'name') ?? nameOf(input.place.below);
  const model = textIn(input, 'model') ?? null;
  const verdictsIn = (key: string, outcomeOf: (name: string) => ToolOutcome) =>
    verdictsOn(commaNamesIn(input.text, fieldValue(input, key)), key, outcomeOf);
  const listed = verdictsIn('tools', grantOf);
  const removed = verdictsIn('disabled_tools', denialOf);
  // The program ignores the one list next to the other.
  const isLimited = listed.length > 0 && fieldValue(input, 'disabled_tools') === undefined;
  const tools = agentTools({
    catalog: input.dialect.tools,
    ...{ listed: isLimited ? listed : [], removed, hasAll: !isLimited },
  });
  return {
    persona: {
      id: name,
      name,
      description: textIn(input, 'description') ?? null,
      model: { written: model, effective: model === null ? 'inherit' : null },
      tools,
      ...personaDefaults,
      prompt: input.agent.prompt.text,
    },
    tools: [...listed, ...removed],
    depends: tools.unverified.length > 0 ? ['mcp'] : [],
    runs: null,
  };
};

/** The name of an agent without `name`: `team:reviewer` for `team/reviewer.md`. */
const nameOf = (below: string): string => below.replace(/\.[^.]*$/, '').replaceAll('/', ':');

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
