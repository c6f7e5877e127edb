// The agent as Qoder CLI builds it when it starts it as a subagent.
import { entryOf, textOf, type Value } from '../../yaml/value';
import { collectTools } from '../judge/collect-tools';
import { createToolVerdict, personaDefaults, type Tools, type ToolVerdict } from '../model/persona';
import { fieldValue, type PersonaBuilder, type PersonaInput } from '../model/persona-builder';
import { namesIn, outcomeOf, outcomeOfDenial } from './tool-names';
import { byName, foregroundOnly } from './tools';

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

interface Resolved {
  readonly tools: Tools;
  readonly verdicts: readonly ToolVerdict[];
}

function toolsOf(input: PersonaInput): Resolved {
  const names = namesIn(input.text, fieldValue(input, 'tools'));
  const isBackground = isTrue(fieldValue(input, 'background'));
  const withheld = isBackground ? foregroundOnly.map(({ name }) => name) : [];
  const listed = names.map(({ text, span }) => {
    const isWithheld = withheld.includes(text);
    return createToolVerdict(
      text,
      span,
      'tools',
      isWithheld
        ? { outcome: 'lost', names: [], why: 'unavailable', effect: notInBackground }
        : outcomeOf(text),
    );
  });
  const removed = namesIn(input.text, fieldValue(input, 'disallowedTools')).map(({ text, span }) =>
    createToolVerdict(text, span, 'disallowedTools', outcomeOfDenial(text)),
  );
  const verdicts = [...listed, ...removed];
  const denied = [
    ...new Set(removed.flatMap(({ outcome, names: own }) => (outcome === 'denied' ? own : []))),
  ];
  const named = collectTools(listed);
  // An empty list grants all tools.
  if (names.length === 0 || names.some(({ text }) => text === '*')) {
    const missing = [...new Set([...denied, ...withheld])];
    return {
      tools: { ...named, all: true, granted: [], unverified: [], denied: missing.filter(isGiven) },
      verdicts,
    };
  }
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

const notInBackground = '{host} does not give it to background agents.';

/** Whether subagents have the tool at all, or it may be one of an MCP server. */
const isGiven = (name: string): boolean => byName.get(name)?.unavailable === undefined;
