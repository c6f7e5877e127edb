// Which tools Copilot CLI grants for the names in `tools`.

import type { Token } from '../../agent/name-tokens';
import { editDistance } from '../../text/edit-distance';
import { memoize } from '../../text/memoize';
import { t } from '../../text/message';
import { slice } from '../../text/span';
import type { StringValue, Value } from '../../yaml/value';
import { collectTools } from '../judge/tools/collect-tools';
import { type Context, type ContextKey, defaultContext } from '../model/context';
import type { FieldVerdict } from '../model/field-verdict';
import {
  allTools,
  createToolOutcome,
  createToolVerdict,
  type ToolOutcome,
  type ToolOutcomeDetails,
  type Tools,
  type ToolVerdict,
} from '../model/persona';
import type { PersonaInput, ResolvedInContext } from '../model/persona-builder';
import type { ToolCatalog } from '../model/tools';
import { always, caseInsensitiveNames, onlineOnly, toolsFor, vscodeToolSets } from './tools';

export function resolveTools({ text, fields, context, dialect }: PersonaInput): ResolvedInContext {
  const field = toolsIn(fields);
  const everything = everythingIn(dialect.tools);
  if (!field) return { tools: everything, verdicts: [], depends: onlineAndServers };
  const { standsFor = toolsFor, always = none } = dialect.tools;
  const verdicts: ToolVerdict[] = [];
  let grantsAll = false;
  let dependsOnNetwork = false;
  for (const { text: written, span } of namesIn(text, field.value)) {
    const settled =
      standsFor === toolsFor
        ? (settledOutcomes.get(written) ?? settledOutcomes.get(written.toLowerCase()))
        : undefined;
    verdicts.push(
      createToolVerdict(
        written,
        span,
        field.key,
        settled ?? outcomeOf(written, context, { standsFor, always }),
      ),
    );
    if (settled) continue;
    if (written === '*') grantsAll = true;
    if (needsNetwork(written, standsFor)) dependsOnNetwork = true;
  }
  const named = collectTools(verdicts, always);
  const dependsOnMcp = grantsAll || named.unverified.some((name) => !asksUser(name));
  return {
    tools: grantsAll ? { ...everything, lost: named.lost } : named,
    verdicts,
    depends:
      dependsOnNetwork || grantsAll
        ? dependsOnMcp
          ? onlineAndServers
          : onlineAlone
        : dependsOnMcp
          ? servers
          : nothing,
  };
}

const nothing: readonly ContextKey[] = [];
const servers: readonly ContextKey[] = ['mcp'];
const onlineAlone: readonly ContextKey[] = ['online'];
const onlineAndServers: readonly ContextKey[] = ['online', 'mcp'];

const none: readonly string[] = [];

const everythingIn = memoize(({ always = none }: ToolCatalog): Tools => ({ ...allTools, always }));

function toolsIn(fields: readonly FieldVerdict[]): FieldVerdict | undefined {
  for (const field of fields) if (field.field?.role === 'tools') return field;
  return undefined;
}

type StandsFor = typeof toolsFor;

/** The names of a version. */
interface Names {
  readonly standsFor: StandsFor;
  readonly always: readonly string[];
}

const needsNetwork = (name: string, standsFor: StandsFor): boolean =>
  isWebSearch(name) || standsFor(name).some((tool) => onlineOnly.has(tool));

/** Copilot CLI adds GitHub's MCP server to an agent that names it. */
const isWebSearch = (name: string): boolean => /^web_?search$/i.test(name);

/** Offered in a session whose client answers questions, and in no other. */
const asksUser = (name: string): boolean => /(?:^|\/)ask_user$/i.test(name);

const lost = (
  why: NonNullable<ToolVerdict['why']>,
  { instead, effect, sometimes }: ToolOutcomeDetails = {},
): ToolOutcome => createToolOutcome('lost', [], { why, instead, effect, sometimes });

function outcomeOf(name: string, context: Context, { standsFor, always }: Names): ToolOutcome {
  if (name === '*')
    return createToolOutcome('granted', [], { effect: '{host} gives the agent all tools.' });
  if (always.includes(name.toLowerCase())) {
    return createToolOutcome('no-effect', [], {
      effect: '{host} gives this tool to every agent anyway.',
    });
  }
  const found = standsFor(name);
  if (found.length > 0) return granted(name, found, context);
  if (isWebSearch(name))
    return createToolOutcome('unverified', [], {
      effect: "{host} grants it through GitHub's MCP server, which requires a login.",
    });
  if (asksUser(name))
    return createToolOutcome('unverified', [], {
      effect: '{host} grants it only where it can ask the user.',
    });
  return unknownName(name, context, standsFor);
}

function granted(name: string, found: readonly string[], { online, mcp }: Context): ToolOutcome {
  const available = found.filter((tool) => online || !onlineOnly.has(tool));
  if (available.length === 0)
    return lost('unavailable', { effect: '{host} offers this tool only online.', sometimes: true });
  const owner = ownerOf(name);
  if (owner === null || vscodeToolSets.has(owner.toLowerCase()))
    return createToolOutcome('granted', available);
  const server = mcp.includes(owner) ? [name] : [];
  const wider = t('{host} reads only the part after the slash, so the agent also gets {tools}.', {
    tools: available.join(', '),
  });
  const set = server.length === 0 ? intendedSet(owner) : undefined;
  const instead = set === undefined ? undefined : [`${set}${name.slice(owner.length)}`];
  return createToolOutcome('granted', [...available, ...server], { wider, instead });
}

/** The tool set of VS Code that differs by one edit: then the name is a typing error and not a server. */
const intendedSet = (owner: string): string | undefined =>
  [...vscodeToolSets].find((set) => set.length > 4 && editDistance(set, owner.toLowerCase()) === 1);

export const ownerOf = (name: string): string | null => {
  const slash = name.lastIndexOf('/');
  return slash > 0 ? name.slice(0, slash) : null;
};

function unknownName(name: string, { mcp }: Context, standsFor: StandsFor): ToolOutcome {
  const trimmed = name.trim();
  if (trimmed !== name)
    return lost('wrong-form', {
      instead: [trimmed],
      effect: '{host} treats the spaces as part of the name.',
    });
  const claudeForm = /^mcp__([^_](?:(?!__).)*)__(.+)$/.exec(name);
  if (claudeForm)
    return lost('wrong-form', {
      instead: [`${claudeForm[1]}/${claudeForm[2]}`],
      effect: '{host} expects tools of MCP servers as "server/tool".',
    });
  if (/[()]/.test(name)) {
    const base = name.slice(0, Math.max(0, name.indexOf('(')));
    const isTool = standsFor(base).length > 0;
    return lost('wrong-form', {
      instead: isTool ? [base] : undefined,
      effect: '{host} does not support arguments in parentheses and ignores the tool.',
    });
  }
  const owner = ownerOf(name) ?? (name.includes('-') ? name : null);
  if (owner === null || vscodeToolSets.has(owner.toLowerCase())) return lost('unknown');
  if (mcp.some((server) => server === owner || name.startsWith(`${server}-`)))
    return createToolOutcome('granted', [name]);
  return createToolOutcome('unverified', [], {
    effect: '{host} grants it if an MCP server of that name is available.',
  });
}

/** The names in the value, each with its span. A string is split at every comma. */
export function namesIn(file: string, value: Value): readonly Token[] {
  if (value.kind === 'text') return namesInString(file, value);
  const names: Token[] = [];
  if (value.kind !== 'list') return names;
  for (const item of value.items)
    if (item.kind === 'text' && item.text !== '') names.push(nameOfItem(file, item));
  return names;
}

function namesInString(file: string, value: StringValue): readonly Token[] {
  const raw = slice(file, value.span);
  const names: Token[] = [];
  let from = 0;
  for (const part of value.text.split(',')) {
    const text = part.trim();
    if (text === '') continue;
    const found = raw.indexOf(text, from);
    if (found >= 0) from = found + text.length;
    const { start } = value.span;
    const span = found < 0 ? value.span : { start: start + found, end: start + from };
    names.push({ text, span });
  }
  return names;
}

function nameOfItem(file: string, { text, style, span }: StringValue): Token {
  const quoted =
    (style === 'single' || style === 'double') && slice(file, span).slice(1, -1) === text;
  return { text, span: quoted ? { start: span.start + 1, end: span.end - 1 } : span };
}

/** Precomputed for speed, by lowercase name: the outcome of most names does not depend on the context. */
const settledOutcomes: ReadonlyMap<string, ToolOutcome> = new Map(
  caseInsensitiveNames
    .filter((name) => !needsNetwork(name, toolsFor))
    .map((name) => [name, outcomeOf(name, defaultContext, { standsFor: toolsFor, always })]),
);
