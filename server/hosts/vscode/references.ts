// The references of a VS Code agent. Tools of MCP servers are written as server/tool. Names with a dot before the slash
// are skipped, because they may belong to an extension.
import { findInProse } from '../../agent/links';
import { lazily } from '../../text/lazily';
import { slice } from '../../text/span';
import { entryOf, type StringValue, textOf, type Value } from '../../yaml/value';
import {
  createFileReference,
  createReference,
  hasPrompt,
  linkedFiles,
  nameTokenOf,
  settled,
  stringItems,
} from '../judge/mentions/reference-builders';
import type { Reference } from '../model/companion';
import type { MentionForm } from '../model/host';
import { fieldValue, type PersonaInput } from '../model/persona-builder';
import { namesIn } from './names';
import { desktopOnly, isRemoved, knownToolNames, offByDefault, toolReplacements } from './tools';

export function references(input: PersonaInput): readonly Reference[] {
  const { text } = input;
  const field = (key: string): Value | undefined => fieldValue(input, key);
  return settled(text, [
    ...calledAgents(field('agents')),
    ...handoffs(field('handoffs')),
    ...(usesOwnToolNames(input) ? serversIn(text, field('tools')) : []),
    ...(hasPrompt(input) ? inPrompt(input) : []),
  ]);
}

const inPrompt = (input: PersonaInput): readonly Reference[] => [
  ...linkedFiles(input),
  ...fileVariables(input),
  ...toolVariables(input),
];

/** In the Claude Code folder, VS Code maps Claude Code's tool names, and none of them is a tool of a server. */
const usesOwnToolNames = ({ place }: PersonaInput): boolean => place.location.dialect !== 'claude';

/** `*` alone stands for every agent; inside a name it is an ordinary character. */
const calledAgents = (value: Value | undefined): readonly Reference[] =>
  stringItems(value).map((item) => {
    const found = createReference(nameTokenOf(item), {
      kind: 'agent',
      how: 'calls',
      path: ['agents'],
    });
    return item.text === '*' ? { ...found, isPattern: true } : found;
  });

function handoffs(value: Value | undefined): readonly Reference[] {
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item, index) => {
    const agent = item.kind === 'map' ? entryOf(item.entries, 'agent')?.value : undefined;
    if (agent === undefined || textOf(agent) === undefined) return [];
    const path = ['handoffs', index, 'agent'];
    return [
      createReference(nameTokenOf(agent as StringValue), {
        kind: 'agent',
        how: 'hands-over',
        path,
      }),
    ];
  });
}

function serversIn(text: string, value: Value | undefined): readonly Reference[] {
  // Most lists contain only built-in tools.
  if (!value || !slice(text, value.span).includes('/')) return [];
  return namesIn(text, value).flatMap(({ text: written, span }) => {
    const server = serverOf(written);
    if (server === null) return [];
    const name = { text: server, span: { start: span.start, end: span.start + server.length } };
    return [createReference(name, { kind: 'mcp-server', how: 'uses', path: ['tools'] })];
  });
}

/** Null for a built-in tool, and for a name that may belong to an extension. */
function serverOf(written: string): string | null {
  const slash = written.lastIndexOf('/');
  const owner = written.slice(0, Math.max(0, slash));
  const isOther = isOwn(owner) || isOwn(written) || /[.()]/.test(owner);
  return owner === '' || isOther ? null : owner;
}

/** A current or former tool or tool set of VS Code. */
const isOwn = (name: string): boolean =>
  knownToolNames.has(name) ||
  toolReplacements.has(name) ||
  desktopOnly.has(name) ||
  offByDefault.has(name) ||
  isRemoved(name);

/** A name of an agent, in a pattern. These words after the tool describe the task. */
const agentName =
  '(?!(?:with|to|for|and|or|a|an|the|in|on)\\b)[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.:/-]*[\\p{L}\\p{N}_])?';

/** The name directly after the tool, or after "with" if it is in quotes or next to the word "agent". */
export const mentions: readonly MentionForm[] = [
  `[ \\t]*(?:[:(][ \\t]*)?["“']?(${agentName})`,
  `[ \\t]+with[ \\t]+(?:the[ \\t]+)?(?:(?:sub)?agent[ \\t]+)?["“'](${agentName})["”']`,
  `[ \\t]+with[ \\t]+(?:the[ \\t]+)?(?:sub)?agent[ \\t]+(${agentName})`,
  `[ \\t]+with[ \\t]+(?:the[ \\t]+)?(${agentName})[ \\t]+(?:sub)?agent\\b`,
].map((rest) => ({
  contains: 'runSubagent',
  form: lazily(() => new RegExp(`(?<![\\w#])#(?:tool:)?(?:agent/)?runSubagent${rest}`, 'dgu')),
}));

const fileVariable = /(?<![\w#])#file:([^\s()[\]<>"'`]*[^\s()[\]<>"'`.,;:!?])/dg;
const toolVariable = /(?<![\w#])#tool:([\w.-]+(?:\/[\w.*-]+)+)/dg;

const fileVariables = ({ text, agent }: PersonaInput): readonly Reference[] =>
  findInProse(text, agent.prompt.span, (line) => line.matchAll(fileVariable)).map(
    createFileReference,
  );

const toolVariables = ({ text, agent }: PersonaInput): readonly Reference[] =>
  findInProse(text, agent.prompt.span, (line) => line.matchAll(toolVariable)).flatMap(
    ({ path: written, span }) => {
      const server = serverOf(written);
      if (server === null) return [];
      const name = { text: server, span: { start: span.start, end: span.start + server.length } };
      return [createReference(name, { kind: 'mcp-server', how: 'mentions', path: [] })];
    },
  );
