// The references of a Claude Code agent to agents, skills, MCP servers and files. In parentheses after a tool, only names of
// agents count: Claude Code ignores everything else there.
import { namesIn as partsOf } from '../../agent/names';
import { type Span, slice } from '../../text/span';
import { textOf, type Value } from '../../yaml/value';
import { scriptOf } from '../judge/hook-scripts';
import { commandsOf, hooksIn } from '../judge/hooks-in';
import {
  atMentionedFiles,
  createReference,
  hasPrompt,
  linkedFiles,
  nameTokenOf,
  settled,
  stringItems,
} from '../judge/mentions/reference-builders';
import type { Reference } from '../model/companion';
import type { FieldVerdict } from '../model/field-verdict';
import type { MentionForm } from '../model/host';
import type { PersonaInput } from '../model/persona-builder';
import type { PromptCall, PromptCalls } from '../model/tools';
import { projectFolder } from './settings/hook-scripts';
import { type Name, namesIn } from './tool-names';
import { delegateTool, skillTool } from './tools';

// The scripts that the hooks of an agent run.

/** References to the scripts. @param hooks the value of the field `hooks`. */
const scripts = (text: string, hooks: Value): readonly Reference[] =>
  commandsOf(hooksIn(hooks)).flatMap(({ event, command }): Reference[] => {
    const script = scriptOf(text, command, [projectFolder]);
    // Then the hook blocks each call.
    if (!script || script.runner === 'ends-with-2') return [];
    const { path, span } = script;
    return [
      createReference({ text: path, span }, { kind: 'file', how: 'runs', path: ['hooks', event] }),
    ];
  });

// Tool calls in the prompt of a Claude Code agent: names of MCP tools, and calls that start an agent.

/** A single tool of a server, not `mcp__server__*` or `mcp__<server>`. */
const mcpTool = /(?<![\w*<{-])mcp__[A-Za-z0-9][\w-]*?__[A-Za-z0-9][\w-]*(?![\w*<{-])/g;
const delegation =
  /(?<![\w.])(?:Task|Agent)\s{0,3}\(\s{0,20}\{?\s{0,20}[^(){}]{0,200}?\bsubagent_type\b(?:["']?\s{0,3}[:=]\s{0,3}["'`]([^"'`\n]{1,100}))?/g;
/** A call of the tool for skills with the name of one. Sentences about skills are left out: an agent may have read the skill. */
const skillCall =
  /(?<![\w.])Skill\s{0,3}\(\s{0,20}\{?\s{0,20}(?:["']?skill["']?\s{0,3}[:=]\s{0,3})?["'`][\w:.-]{1,100}["'`]/g;

export const promptCalls: PromptCalls = {
  find(text, { start, end }) {
    const prompt = text.slice(start, end);
    const found: PromptCall[] = [];
    if (prompt.includes('mcp__'))
      for (const match of prompt.matchAll(mcpTool)) {
        const [tool] = match;
        if (!isPlaceholder(tool))
          found.push({ tool, span: spanAt(start + match.index, tool.length) });
      }
    if (prompt.includes('subagent_type'))
      for (const { index, 1: starts } of prompt.matchAll(delegation)) {
        const length = /^\w+/.exec(prompt.slice(index))?.[0].length ?? 0;
        found.push({ tool: delegateTool, span: spanAt(start + index, length), starts });
      }
    if (prompt.includes('Skill'))
      for (const { index } of prompt.matchAll(skillCall))
        found.push({ tool: skillTool, span: spanAt(start + index, skillTool.length) });
    return found;
  },
  // Listed by its own name, or covered by its whole server.
  isGiven: (tool, entries, servers) => {
    const server = /^mcp__(.+?)__/s.exec(tool)?.[1];
    return (
      entries.includes(tool) ||
      (server !== undefined &&
        (servers.includes(server) ||
          entries.some((entry) => entry === `mcp__${server}` || entry === `mcp__${server}__*`)))
    );
  },
};

const spanAt = (start: number, length: number): Span => ({ start, end: start + length });

/** Whether the name only shows the form of such names. */
const isPlaceholder = (tool: string): boolean => /^mcp__(?:server|name|xxx|my-?server)/i.test(tool);

/**
 * Measured in prompts, commands and skills: Claude Code finds these at the start or after white space, compares names with
 * case, and expects the name of the plugin before that of its agents. In parentheses or before a full stop it finds nothing,
 * but the author clearly refers to the agent, so that these are found too.
 */
export const mentions: readonly MentionForm[] = [
  { contains: '@agent-', form: () => /(?<![\w@./:`-])@agent-([\w:.@-]*\w)/dg },
  { contains: '@"', form: () => /(?<![\w@./:`-])@"([\w:.@-]+) \(agent\)"/dg },
  {
    contains: 'subagent_type',
    form: () =>
      /\bsubagent_type["'`]?\s{0,3}[:=]\s{0,3}["'`]([\w:.-](?:[\w:. -]{0,98}[\w:.-])?)["'`]/dg,
    // Measured: the tool ignores the case and hyphens, underscores and spaces. The name of a plugin must be there.
    call: { isMeant: (name, id) => folded(name) === folded(id) },
  },
];

const folded = (name: string): string => name.toLowerCase().replaceAll(/[-_\s]/g, '');

export function references(input: PersonaInput): readonly Reference[] {
  const found: Reference[] = [];
  // Some fields have no effect in a plugin.
  for (const field of input.fields) {
    const referencesOf = field.outcome === 'ignored' ? undefined : referringFields.get(field.key);
    if (referencesOf) found.push(...referencesOf(input, field));
  }
  if (hasPrompt(input)) found.push(...linkedFiles(input), ...atMentionedFiles(input));
  return settled(input.text, found);
}

type How = Reference['how'];
type FieldReferences = (input: PersonaInput, field: FieldVerdict) => readonly Reference[];

const inTools =
  (ofAgents: How, ofServers: How): FieldReferences =>
  (input, field) => {
    if (!hasReferences(field.value)) return none;
    return namesIn(input, field).flatMap((name) => [
      ...agentsIn(name, input.text, ofAgents),
      ...serverIn(name, ofServers),
    ]);
  };

/** Most lists contain only built-in tools, so that their names need not be split. */
function hasReferences(value: Value): boolean {
  if (value.kind === 'text') return mayRefer(value.text);
  if (value.kind !== 'list') return false;
  for (const item of value.items) if (item.kind === 'text' && mayRefer(item.text)) return true;
  return false;
}

/** The shortest reference is `mcp__x`. */
const mayRefer = (tools: string): boolean =>
  tools.length > 5 && (tools.includes('(') || tools.includes('mcp__'));

const none: readonly Reference[] = [];

/** The names in `Agent(a, b)`, each with its span. */
function agentsIn({ base, argument, token, key }: Name, text: string, how: How): Reference[] {
  if (base !== delegateTool || !argument || slice(text, token.span) !== token.text) return [];
  const argumentSpan = {
    start: token.span.start + token.text.indexOf('(') + 1,
    end: token.span.end - 1,
  };
  return partsOf(text, argumentSpan, ',')
    .filter((name) => name.text !== '*')
    .map((name) => {
      const found = createReference(name, { kind: 'agent', how, path: [key] });
      return how === 'rules' ? { ...found, effect: 'deny' } : found;
    });
}

const serverForm = /^mcp__(.(?:(?!__).)*)/s;

/** The server of `mcp__server__tool`, `mcp__server__*` or `mcp__server`. */
function serverIn({ base, token, key }: Name, how: How): Reference[] {
  const server = serverForm.exec(base)?.[1];
  if (server === undefined || server.includes('*')) return [];
  const start = token.span.start + 'mcp__'.length;
  const span = { start, end: start + server.length };
  return [createReference({ text: server, span }, { kind: 'mcp-server', how, path: [key] })];
}

const skills: FieldReferences = (input, field) =>
  namesIn(input, field).map(({ token, key }) =>
    createReference(token, { kind: 'skill', how: 'uses', path: [key] }),
  );

/** Claude Code accepts only a list. A map in it defines a server of the agent itself. */
const servers: FieldReferences = (_, { key, value }) =>
  stringItems(value).map((item) =>
    createReference(nameTokenOf(item), { kind: 'mcp-server', how: 'uses', path: [key] }),
  );

const observers: FieldReferences = ({ text }, { key, value }) => {
  if (textOf(value) === undefined) return [];
  const isQuoted = /^["']/.test(slice(text, value.span));
  const { start, end } = value.span;
  const span = isQuoted ? { start: start + 1, end: end - 1 } : value.span;
  return partsOf(text, span, ',').map((name) =>
    createReference(name, { kind: 'agent', how: 'uses', path: [key] }),
  );
};

/** The fields that refer to anything. */
const referringFields: ReadonlyMap<string, FieldReferences> = new Map([
  ['tools', inTools('calls', 'uses')],
  ['disallowedTools', inTools('rules', 'rules')],
  ['skills', skills],
  ['mcpServers', servers],
  ['observer', observers],
  ['hooks', ({ text }, { value }) => scripts(text, value)],
]);
