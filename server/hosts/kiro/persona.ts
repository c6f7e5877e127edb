// The agent as the documentation of Kiro describes it.
import type { Span } from '../../text/span';
import { entryOf, textOf, type Value } from '../../yaml/value';
import { stringItems } from '../judge/mentions/reference-builders';
import { agentTools, verdictsOn } from '../judge/tools/agent-tools';
import {
  createToolOutcome,
  type PermissionRule,
  personaDefaults,
  type ToolOutcome,
} from '../model/persona';
import {
  fieldValue,
  type PersonaBuilder,
  type PersonaInput,
  type ResolvedTools,
} from '../model/persona-builder';
import { inAnyCase, tagsOf } from './tools';

export const persona: PersonaBuilder = (input) => {
  const textIn = (key: string): string | undefined => textOf(fieldValue(input, key));
  const name = textIn('name') || nameFromPath(input);
  const model = textIn('model') || null;
  const { tools, verdicts } = toolsOf(input);
  return {
    persona: {
      id: name,
      name,
      description: textIn('description') ?? null,
      model: { written: model, effective: input.dialect.models.resolve(model ?? '').effective },
      tools,
      ...personaDefaults,
      permissions: rulesIn(fieldValue(input, 'permissions')),
      prompt: input.agent.prompt.text,
    },
    tools: verdicts,
    depends: tools.all || tools.unverified.length > 0 ? ['mcp'] : [],
    runs: null,
  };
};

/** The path below the folder of agents, without the extension. */
const nameFromPath = ({ place: { below } }: PersonaInput): string => below.replace(/\.[^./]+$/, '');

const withoutQuotes = (file: string, { start, end }: Span): Span =>
  /["']/.test(file.charAt(start)) ? { start: start + 1, end: end - 1 } : { start, end };

function toolsOf(input: PersonaInput): ResolvedTools {
  const value = fieldValue(input, 'tools');
  const verdictsIn = (key: string, outcomeOf: (name: string) => ToolOutcome) =>
    verdictsOn(
      stringItems(fieldValue(input, key)).map(({ text, span }) => ({
        text,
        span: withoutQuotes(input.text, span),
      })),
      key,
      outcomeOf,
    );
  const listed = verdictsIn('tools', outcomeOfTool);
  const removed = verdictsIn('excludedTools', outcomeOfExclusion);
  const isKnown = value?.kind === 'list';
  const hasAll = !isKnown || listed.some(({ written }) => written === '*');
  const { tools: catalog } = input.dialect;
  return {
    tools: {
      ...agentTools({ catalog, listed: isKnown ? listed : [], removed, hasAll }),
      ...(!isKnown && { isUnknown: true }),
    },
    verdicts: [...listed, ...removed],
  };
}

function outcomeOfTool(name: string): ToolOutcome {
  const tags = tagsOf(name);
  if (tags.length > 0) return createToolOutcome('granted', tags);
  if (name === '@mcp')
    return createToolOutcome('unverified', [], {
      effect: '{host} grants the tools of the MCP servers in "mcp.json".',
    });
  if (name.startsWith('@'))
    return createToolOutcome('unverified', [], {
      effect: '{host} grants it if an MCP server of that name is available.',
    });
  const right = inAnyCase(name);
  return right === undefined
    ? createToolOutcome('unverified', [], { effect: undocumented })
    : createToolOutcome('lost', [], { why: 'wrong-case', instead: [right] });
}

const undocumented = 'The documentation of {host} does not list this name.';

function outcomeOfExclusion(name: string): ToolOutcome {
  const tags = tagsOf(name);
  if (tags.length > 0) return createToolOutcome('denied', tags);
  if (name.startsWith('@'))
    return createToolOutcome('denied', [name], {
      effect: '{host} withholds the tools of MCP servers that it names.',
    });
  return createToolOutcome('unverified', [], { effect: undocumented });
}

/** The rules of the agent; null where it has none. */
function rulesIn(value: Value | undefined): readonly PermissionRule[] | null {
  const rules = value?.kind === 'map' ? entryOf(value.entries, 'rules')?.value : value;
  if (rules?.kind !== 'list') return null;
  return rules.items.flatMap((rule): readonly PermissionRule[] => {
    if (rule.kind !== 'map') return [];
    const textIn = (key: string): string | undefined => textOf(entryOf(rule.entries, key)?.value);
    const permission = textIn('capability');
    const action = textIn('effect');
    if (permission === undefined || action === undefined) return [];
    const match = entryOf(rule.entries, 'match')?.value;
    const patterns = match ? stringItems(match).map(({ text }) => text) : ['*'];
    return patterns.map((pattern) => ({ permission, pattern, action, span: rule.span }));
  });
}
