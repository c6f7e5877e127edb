// What VS Code gives an agent for the names in its `tools`, name by name. Sets stay whole; old names become new ones.
import type { Token } from '../../agent/tokens';
import type { Value } from '../../agent/value';
import { editDistance } from '../../text/edit-distance';
import type { Message } from '../../text/message';
import type { Context, ContextKey } from '../context';
import type { PersonaInput, Tools, ToolVerdict } from '../persona';
import { toolsFrom } from '../tool-sum';
import { type ToolOutcome, type ToolRemarks, toolOutcome, toolVerdict } from '../tool-verdict';
import type { FieldVerdict } from '../verdict';
import { claudeTool, claudeTools, nothingFor } from './claude-tools';
import { namesIn } from './names';
import {
  desktopOnly,
  isRemoved,
  knownNames,
  namesOfIds,
  offByDefault,
  offSays,
  renamedTo,
} from './tools';

interface Resolved {
  readonly tools: Tools;
  readonly verdicts: readonly ToolVerdict[];
  readonly depends: readonly ContextKey[];
}

/** @param claude speaks Claude Code's names: in `.claude/agents`. */
export function resolveTools(input: PersonaInput, claude: boolean): Resolved {
  const { text, fields, context } = input;
  const listed = fields.find((field) => field.field?.role === 'tools');
  const denied = fields.find((field) => field.field?.role === 'denied-tools');
  const idle = denied
    ? namesIn(text, denied.value).map((token) => withoutEffect(token, denied))
    : [];
  if (!listed || !limits(listed.value)) {
    return { tools: everything, verdicts: idle, depends: [] };
  }
  const named: ToolVerdict[] = [];
  for (const { text: written, span } of namesIn(text, listed.value)) {
    const outcome = claude ? ofClaude(written) : outcomeOf(written, context);
    named.push(toolVerdict(written, span, listed.key, outcome));
  }
  const verdicts = inOrder(named, notTexts(listed));
  const tools = toolsFrom(verdicts);
  const depends: ContextKey[] = tools.unverified.length > 0 ? ['mcp', 'editorTools'] : [];
  return {
    tools,
    verdicts: idle.length === 0 ? verdicts : [...verdicts, ...idle],
    depends,
  };
}

/** A text has only names in it, and where it is folded their places are not exact; the items of a list have theirs. */
const inOrder = (
  named: readonly ToolVerdict[],
  others: readonly ToolVerdict[],
): readonly ToolVerdict[] =>
  others.length === 0 ? named : [...named, ...others].sort((a, b) => a.span.start - b.span.start);

/** Only a text or a list limits the tools; with anything else the agent has them all. */
const limits = ({ kind }: Value): boolean => kind === 'text' || kind === 'list' || kind === 'null';

const everything: Tools = {
  all: true,
  granted: [],
  denied: [],
  always: [],
  unverified: [],
  lost: [],
};

/** Of two that differ in case, the first. */
const inSmallLetters = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));

const byLetters = inSmallLetters([...knownNames]);
const claudeByLetters = inSmallLetters(claudeTools.tools.map(({ name }) => name));

const granted = (names: readonly string[], remarks?: ToolRemarks): ToolOutcome =>
  toolOutcome('granted', names, remarks);
const unverified = (effect: Message): ToolOutcome => toolOutcome('unverified', [], { effect });
const lost = (
  why: NonNullable<ToolVerdict['why']>,
  { instead, effect, sometimes }: ToolRemarks = {},
): ToolOutcome => toolOutcome('lost', [], { why, instead, effect, sometimes });

/** Nearly all names are one of these, and nothing but the table decides on them. */
const ofKnown: ReadonlyMap<string, ToolOutcome> = new Map(
  [...knownNames].map((name) => [name, granted([name])]),
);

function outcomeOf(name: string, context: Context): ToolOutcome {
  const known = ofKnown.get(name);
  if (known) return known;
  const isReported = context.editorTools.includes(name);
  if (isReported && name.includes('/')) return granted([name]);
  const now = renamedTo.get(name);
  if (now) return granted(now, { instead: now, renamed: true });
  const desktop = desktopOnly.get(name);
  if (desktop !== undefined) return ofDesktop(name, desktop, context);
  if (offByDefault.has(name)) return lost('unavailable', { effect: offSays, sometimes: true });
  if (isRemoved(name)) return lost('removed');
  // The bare name of an extension's tool is its name of old, and taken: what the tables say of such a name goes first.
  if (isReported) return granted([name]);
  const id = namesOfIds.get(name);
  if (id !== undefined)
    return lost('unknown', {
      instead: [id],
      effect: '{host} does not give tools by their inner names.',
    });
  return ofStranger(name, context);
}

function ofDesktop(name: string, now: string, { editorTools }: Context): ToolOutcome {
  const old: ToolRemarks = name === now ? {} : { instead: [now], renamed: true };
  if (editorTools.includes(now)) return granted([now], old);
  const { instead, renamed } = old;
  const effect = '{host} has it on the desktop, but not in a browser.';
  return toolOutcome('unverified', [], { instead, renamed, effect });
}

/** A name that is in no table. MCP servers and extensions bring tools that no file can tell of. */
function ofStranger(name: string, { mcp }: Context): ToolOutcome {
  const slash = name.indexOf('/');
  const owner = slash < 0 ? name : name.slice(0, slash);
  if (owner.includes('.') && !/[\s()]/.test(owner)) {
    return unverified('{host} grants it where the extension or server that brings it is there.');
  }
  const meant = slash > 0 ? ownTool(owner, name.slice(slash + 1)) : undefined;
  if (meant !== undefined) return lost('unknown', { instead: [meant] });
  if (slash > 0 && knownNames.has(owner) && !mcp.includes(owner)) {
    const tool = name.slice(slash + 1);
    if (/^\w+$/.test(tool)) return ofOwnSet(tool);
  }
  if (slash > 0 && !knownNames.has(owner) && !/[()]/.test(name)) {
    const server = name.slice(0, name.lastIndexOf('/'));
    if (mcp.includes(owner) || mcp.includes(server)) return granted([name]);
    return unverified('{host} grants it where an MCP server of that name is there.');
  }
  return ofOtherHost(name);
}

/** A name that VS Code's own set does not have. No extension or MCP server can add to these sets. */
function ofOwnSet(tool: string): ToolOutcome {
  if (offByDefault.has(tool)) return lost('unavailable', { effect: offSays, sometimes: true });
  if (isRemoved(tool)) return lost('removed');
  const now = setsWith(tool)[0] ?? desktopOnly.get(tool) ?? onlyNameOf(tool);
  return lost('unknown', { instead: now === undefined ? [] : [now] });
}

const onlyNameOf = (tool: string): string | undefined => {
  const now = renamedTo.get(tool) ?? [];
  return now.length === 1 ? now[0] : undefined;
};

/** A tool of VS Code's own whose set is misspelt: no MCP server has a name and a tool so much like them. */
function ownTool(owner: string, tool: string): string | undefined {
  if (knownNames.has(owner)) return undefined;
  return setsWith(tool).find(
    (name) =>
      owner[0]?.toLowerCase() === name[0] &&
      editDistance(owner.toLowerCase(), name.slice(0, name.indexOf('/'))) <=
        (owner.length < 5 ? 1 : 2),
  );
}

/** The full names of the tools that are called so in their sets. */
const setsWith = (tool: string): readonly string[] =>
  [...knownNames].filter((name) => name.endsWith(`/${tool}`));

function ofOtherHost(name: string): ToolOutcome {
  if (name === '*')
    return lost('wrong-form', {
      effect: '{host} does not take "*" for every tool: leave "tools" out for that.',
    });
  const twin = claudeTool(name);
  if (twin && twin.length > 0) {
    return lost('unknown', {
      instead: twin,
      effect: "{host} knows Claude Code's names only in .claude/agents.",
    });
  }
  const right = byLetters.get(name.toLowerCase());
  if (right !== undefined) return lost('wrong-case', { instead: [right] });
  const base = name.slice(0, name.indexOf('('));
  if (name.endsWith(')') && base !== '') {
    return lost('wrong-form', {
      instead: insteadOf(claudeTool(base)),
      effect: '{host} takes no arguments in parentheses here.',
    });
  }
  const mcp = /^mcp__([^_].*?)__(.+)$/.exec(name);
  if (mcp)
    return lost('wrong-form', {
      instead: [`${mcp[1]}/${mcp[2]}`],
      effect: '{host} writes tools of MCP servers as server/tool.',
    });
  return lost('unknown');
}

const insteadOf = (names: readonly string[] | undefined): readonly string[] | undefined =>
  names && names.length > 0 ? names : undefined;

function ofClaude(name: string): ToolOutcome {
  const to = claudeTool(name);
  if (to) return to.length > 0 ? granted(to) : lost('unavailable', { effect: nothingFor });
  const right = claudeByLetters.get(name.toLowerCase());
  if (right !== undefined) return lost('wrong-case', { instead: [right] });
  const base = name.endsWith(')') ? name.slice(0, name.indexOf('(')) : '';
  if (base !== '' && claudeTool(base)) {
    return lost('wrong-form', {
      instead: [base],
      effect: '{host} takes no arguments in parentheses.',
    });
  }
  return lost(name.startsWith('mcp__') ? 'wrong-form' : 'unknown', {
    effect: "{host} maps only the names of Claude Code's own tools that it has in its table.",
  });
}

const withoutEffect = ({ text, span }: Token, { key }: FieldVerdict): ToolVerdict =>
  toolVerdict(
    text,
    span,
    key,
    toolOutcome('no-effect', [], { effect: '{host} takes no tool away.' }),
  );

const notTexts = ({ value, key }: FieldVerdict): ToolVerdict[] =>
  value.kind !== 'list'
    ? []
    : value.items.flatMap((item): ToolVerdict[] =>
        item.kind === 'text'
          ? []
          : [toolVerdict(item.kind === 'null' ? '' : item.kind, item.span, key, lost('not-text'))],
      );
