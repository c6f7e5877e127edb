// The agent as Qoder CLI builds it when it starts it as a subagent.
import { entryOf, textOf, type Value } from '../../yaml/value';
import { agentTools, verdictsOn } from '../judge/tools/agent-tools';
import { personaDefaults } from '../model/persona';
import {
  fieldValue,
  type PersonaBuilder,
  type PersonaInput,
  type ResolvedTools,
} from '../model/persona-builder';
import { namesIn, outcomeOf, outcomeOfDenial } from './tool-names';
import { foregroundOnly } from './tools';

export const persona: PersonaBuilder = (input) => {
  const name = textIn(input, 'name') ?? input.place.base;
  const written = textIn(input, 'model') || null;
  const { tools, verdicts } = toolsOf(input);
  const hasTools = tools.all || tools.granted.length > 0;
  // The tools of MCP servers alone may not be available.
  const runs = hasTools ? true : tools.unverified.length > 0 ? null : false;
  return {
    persona: {
      id: name,
      name,
      description: textIn(input, 'description') ?? null,
      model: {
        written,
        effective: input.dialect.models.resolve(written ?? 'inherit').effective,
      },
      tools,
      ...personaDefaults,
      color: textIn(input, 'color') ?? null,
      prompt: input.agent.prompt.text,
    },
    tools: verdicts,
    depends: tools.all || tools.unverified.length > 0 ? ['mcp'] : [],
    runs,
    ...(runs === false && {
      runsNot: '{host} does not start an agent without tools.',
    }),
  };
};

const textIn = ({ agent }: PersonaInput, key: string): string | undefined =>
  textOf(entryOf(agent.fields, key)?.value);

const isTrue = (value: Value | undefined): boolean =>
  value?.kind === 'boolean' ? value.boolean : textOf(value) === 'true';

function toolsOf(input: PersonaInput): ResolvedTools {
  const isBackground = isTrue(fieldValue(input, 'background'));
  const missing = isBackground ? foregroundOnly.map(({ name }) => name) : [];
  const listed = verdictsOn(namesIn(input.text, fieldValue(input, 'tools')), 'tools', (name) =>
    missing.includes(name)
      ? { outcome: 'lost', names: [], why: 'unavailable', effect: notInBackground }
      : outcomeOf(name),
  );
  const removed = verdictsOn(
    namesIn(input.text, fieldValue(input, 'disallowedTools')),
    'disallowedTools',
    outcomeOfDenial,
  );
  // An empty list grants all tools.
  const hasAll = listed.length === 0 || listed.some(({ written }) => written === '*');
  const { tools: catalog } = input.dialect;
  return {
    tools: agentTools({ catalog, listed, removed, hasAll, missing }),
    verdicts: [...listed, ...removed],
  };
}

const notInBackground = '{host} does not give it to background agents.';
