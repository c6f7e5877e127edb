// The tools that VS Code grants for each name in `tools`. Tool sets are not expanded; former names are replaced.
import type { Token } from '../../agent/name-tokens';
import { editDistance } from '../../text/edit-distance';
import type { Sentence } from '../../text/message';
import type { Value } from '../../yaml/value';
import { collectTools } from '../judge/tools/collect-tools';
import type { Context, ContextKey } from '../model/context';
import type { FieldVerdict } from '../model/field-verdict';
import {
  allTools,
  createToolOutcome,
  createToolVerdict,
  type ToolOutcome,
  type ToolOutcomeDetails,
  type ToolVerdict,
} from '../model/persona';
import type { PersonaInput, ResolvedInContext } from '../model/persona-builder';
import { claudeTools, noToolEffect, toolsMappedFrom } from './claude-tools';
import { namesIn } from './names';
import {
  afterRemoval,
  desktopOnly,
  isRemoved,
  knownToolNames,
  offByDefault,
  offByDefaultEffect,
  toolNamesByInternalId,
  toolReplacements,
} from './tools';

/** @param isClaude the file is in `.claude/agents` and uses the tool names of Claude Code. */
export function resolveTools(
  input: Pick<PersonaInput, 'text' | 'fields' | 'context'>,
  isClaude: boolean,
): ResolvedInContext {
  const { text, fields, context } = input;
  const listed = fields.find((field) => field.field?.role === 'tools');
  const denied = fields.find((field) => field.field?.role === 'denied-tools');
  const ignored = denied
    ? namesIn(text, denied.value).map((token) => withoutEffect(token, denied))
    : [];
  if (!listed || !isLimiting(listed.value)) {
    return { tools: allTools, verdicts: ignored, depends: [] };
  }
  const named: ToolVerdict[] = [];
  for (const { text: written, span } of namesIn(text, listed.value)) {
    const outcome = isClaude ? outcomeOfClaudeName(written) : outcomeOf(written, context);
    named.push(createToolVerdict(written, span, listed.key, outcome));
  }
  const verdicts = sortBySpan(named, nonStringItems(listed));
  const tools = collectTools(verdicts);
  const depends: ContextKey[] = tools.unverified.length > 0 ? ['mcp', 'editorTools'] : [];
  return {
    tools,
    verdicts: ignored.length === 0 ? verdicts : [...verdicts, ...ignored],
    depends,
  };
}

/** Only a list can contain other items. The spans of names in a folded string are not exact, so those are not sorted. */
const sortBySpan = (
  named: readonly ToolVerdict[],
  others: readonly ToolVerdict[],
): readonly ToolVerdict[] =>
  others.length === 0 ? named : [...named, ...others].sort((a, b) => a.span.start - b.span.start);

/** Only a string or a list limits the tools; with any other value the agent has all of them. */
const isLimiting = ({ kind }: Value): boolean =>
  kind === 'text' || kind === 'list' || kind === 'null';

/** Names by their lowercase form; the first one if two differ only in case. */
const byLowercase = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));

const knownByLowercase = byLowercase([...knownToolNames]);
const claudeByLowercase = byLowercase(claudeTools.tools.map(({ name }) => name));

const granted = (names: readonly string[], remarks?: ToolOutcomeDetails): ToolOutcome =>
  createToolOutcome('granted', names, remarks);
const unverified = (effect: Sentence): ToolOutcome =>
  createToolOutcome('unverified', [], { effect });
const lost = (
  why: NonNullable<ToolVerdict['why']>,
  { instead, effect, sometimes }: ToolOutcomeDetails = {},
): ToolOutcome => createToolOutcome('lost', [], { why, instead, effect, sometimes });

/** Nearly all names are in this table, and their outcome does not depend on the context. */
const knownOutcomes: ReadonlyMap<string, ToolOutcome> = new Map(
  [...knownToolNames].map((name) => [name, granted([name])]),
);

function outcomeOf(name: string, context: Context): ToolOutcome {
  const known = knownOutcomes.get(name);
  if (known) return known;
  const isReported = context.editorTools.includes(name);
  if (isReported && name.includes('/')) return granted([name]);
  const now = toolReplacements.get(name);
  if (now) return granted(now, { instead: now, renamed: true });
  const desktop = desktopOnly.get(name);
  if (desktop !== undefined) return outcomeOfDesktopTool(name, desktop, context);
  if (offByDefault.has(name))
    return lost('unavailable', { effect: offByDefaultEffect(name), sometimes: true });
  if (isRemoved(name)) return lost('removed', { instead: afterRemoval[name] });
  // VS Code accepts the bare name of an extension's tool as its former name, but the tables have precedence.
  if (isReported) return granted([name]);
  const id = toolNamesByInternalId.get(name);
  if (id !== undefined)
    return lost('unknown', {
      instead: [id],
      effect: '{host} does not accept internal tool IDs.',
    });
  return outcomeOfUnlistedName(name, context);
}

function outcomeOfDesktopTool(name: string, now: string, { editorTools }: Context): ToolOutcome {
  const old: ToolOutcomeDetails = name === now ? {} : { instead: [now], renamed: true };
  if (editorTools.includes(now)) return granted([now], old);
  const { instead, renamed } = old;
  const effect = '{host} has it on the desktop, but not in the browser.';
  return createToolOutcome('unverified', [], { instead, renamed, effect });
}

/** A name that is in no table. It may be a tool of an MCP server or an extension, which cannot be checked here. */
function outcomeOfUnlistedName(name: string, { mcp }: Context): ToolOutcome {
  const slash = name.indexOf('/');
  const owner = slash < 0 ? name : name.slice(0, slash);
  if (owner.includes('.') && !/[\s()]/.test(owner)) {
    return unverified('{host} grants it if the extension or server that provides it is available.');
  }
  const intended = slash > 0 ? ownTool(owner, name.slice(slash + 1)) : undefined;
  if (intended !== undefined) return lost('unknown', { instead: [intended] });
  if (slash > 0 && knownToolNames.has(owner) && !mcp.includes(owner)) {
    const tool = name.slice(slash + 1);
    if (/^\w+$/.test(tool)) return outcomeInOwnSet(tool);
  }
  if (slash > 0 && !knownToolNames.has(owner) && !/[()]/.test(name)) {
    const server = name.slice(0, name.lastIndexOf('/'));
    if (mcp.includes(owner) || mcp.includes(server)) return granted([name]);
    return unverified('{host} grants it if an MCP server with that name is available.');
  }
  return outcomeOfForeignName(name);
}

/** A name that is not in VS Code's own tool set. No extension or MCP server can add tools to these sets. */
function outcomeInOwnSet(tool: string): ToolOutcome {
  if (offByDefault.has(tool))
    return lost('unavailable', { effect: offByDefaultEffect(tool), sometimes: true });
  if (isRemoved(tool)) return lost('removed');
  const now = fullNamesOf(tool)[0] ?? desktopOnly.get(tool) ?? onlyNameOf(tool);
  return lost('unknown', { instead: now === undefined ? [] : [now] });
}

const onlyNameOf = (tool: string): string | undefined => {
  const now = toolReplacements.get(tool) ?? [];
  return now.length === 1 ? now[0] : undefined;
};

/** The built-in tool whose set is misspelled. An MCP server with such a similar name and tool is unlikely. */
function ownTool(owner: string, tool: string): string | undefined {
  if (knownToolNames.has(owner)) return undefined;
  return fullNamesOf(tool).find(
    (name) =>
      owner[0]?.toLowerCase() === name[0] &&
      editDistance(owner.toLowerCase(), name.slice(0, name.indexOf('/'))) <=
        (owner.length < 5 ? 1 : 2),
  );
}

/** The full names of the tools that have this name in their set. */
const fullNamesOf = (tool: string): readonly string[] =>
  [...knownToolNames].filter((name) => name.endsWith(`/${tool}`));

function outcomeOfForeignName(name: string): ToolOutcome {
  if (name === '*')
    return lost('wrong-form', {
      effect:
        '{host} does not accept "*" for all tools. It grants all of them if there is no "tools".',
    });
  const mapped = toolsMappedFrom(name);
  if (mapped && mapped.length > 0) {
    return lost('unknown', {
      instead: mapped,
      effect: '{host} recognizes the tool names of Claude Code only in .claude/agents.',
    });
  }
  const right = knownByLowercase.get(name.toLowerCase());
  if (right !== undefined) return lost('wrong-case', { instead: [right] });
  const base = name.slice(0, name.indexOf('('));
  if (name.endsWith(')') && base !== '') {
    return lost('wrong-form', {
      instead: insteadOf(toolsMappedFrom(base)),
      effect: '{host} does not accept arguments in parentheses.',
    });
  }
  const mcp = /^mcp__([^_](?:(?!__).)*)__(.+)$/.exec(name);
  if (mcp)
    return lost('wrong-form', {
      instead: [`${mcp[1]}/${mcp[2]}`],
      effect:
        '{host} ignores names of this form; tools of MCP servers are written as "server/tool".',
    });
  return lost('unknown');
}

const insteadOf = (names: readonly string[] | undefined): readonly string[] | undefined =>
  names && names.length > 0 ? names : undefined;

function outcomeOfClaudeName(name: string): ToolOutcome {
  const to = toolsMappedFrom(name);
  if (to) return to.length > 0 ? granted(to) : lost('unavailable', { effect: noToolEffect });
  const right = claudeByLowercase.get(name.toLowerCase());
  if (right !== undefined) return lost('wrong-case', { instead: [right] });
  const base = name.endsWith(')') ? name.slice(0, name.indexOf('(')) : '';
  if (base !== '' && toolsMappedFrom(base)) {
    return lost('wrong-form', {
      instead: [base],
      effect: '{host} does not accept arguments in parentheses.',
    });
  }
  return lost(name.startsWith('mcp__') ? 'wrong-form' : 'unknown', {
    effect: '{host} maps only certain names of built-in Claude Code tools.',
  });
}

const withoutEffect = ({ text, span }: Token, { key }: FieldVerdict): ToolVerdict =>
  createToolVerdict(
    text,
    span,
    key,
    createToolOutcome('no-effect', [], { effect: '{host} does not remove any tools.' }),
  );

const nonStringItems = ({ value, key }: FieldVerdict): ToolVerdict[] =>
  value.kind !== 'list'
    ? []
    : value.items.flatMap((item): ToolVerdict[] =>
        item.kind === 'text'
          ? []
          : [
              createToolVerdict(
                item.kind === 'null' ? '' : item.kind,
                item.span,
                key,
                lost('not-text'),
              ),
            ],
      );
