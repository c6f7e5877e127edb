// What Copilot CLI gives an agent for the names in its `tools`, name by name.
import type { Token } from '../../agent/tokens';
import type { TextValue, Value } from '../../agent/value';
import { slice } from '../../text/span';
import type { Context, ContextKey } from '../context';
import type { PersonaInput, Tools, ToolVerdict } from '../persona';
import { type ToolOutcome, type ToolRemarks, toolOutcome, toolVerdict } from '../tool-verdict';
import { always, onlineOnly, setsOfTheEditor, toolsFor } from './tools';

interface Resolved {
  readonly tools: Tools;
  readonly verdicts: readonly ToolVerdict[];
  readonly depends: readonly ContextKey[];
}

export function resolveTools({ text, fields, context }: PersonaInput): Resolved {
  const field = fields.find((one) => one.field?.role === 'tools');
  const names = field ? namesIn(text, field.value) : [];
  const all = !field || names.some((name) => name.text === '*');
  const verdicts = names.map(
    ({ text: written, span }): ToolVerdict =>
      toolVerdict(written, span, field?.key ?? 'tools', outcomeOf(written, context)),
  );
  const of = (outcome: ToolVerdict['outcome']): readonly ToolVerdict[] =>
    verdicts.filter((one) => one.outcome === outcome);
  const tools: Tools = {
    all,
    granted: all ? [] : [...new Set(of('granted').flatMap((one) => one.names))],
    denied: [],
    always,
    unverified: all ? [] : [...new Set(of('unverified').map(({ written }) => written))],
    lost: of('lost').map(({ written, why = 'unknown' }) => ({ written, why })),
  };
  return { tools, verdicts, depends: dependsOn(names, verdicts, all) };
}

function dependsOn(
  names: readonly Token[],
  verdicts: readonly ToolVerdict[],
  all: boolean,
): readonly ContextKey[] {
  const online =
    all || names.some(({ text }) => toolsFor(text).some((name) => onlineOnly.has(name)));
  const mcp = all || verdicts.some(({ outcome }) => outcome === 'unverified');
  return [...(online ? (['online'] as const) : []), ...(mcp ? (['mcp'] as const) : [])];
}

const lost = (
  why: NonNullable<ToolVerdict['why']>,
  { instead, says, sometimes }: ToolRemarks = {},
): ToolOutcome => toolOutcome('lost', [], { why, instead, says, sometimes });

function outcomeOf(name: string, context: Context): ToolOutcome {
  if (name === '*') return toolOutcome('granted', [], { says: 'gives it every tool' });
  if (always.includes(name.toLowerCase())) {
    return toolOutcome('no-effect', [], { says: 'gives this tool to every agent' });
  }
  const found = toolsFor(name);
  if (found.length > 0) return granted(name, found, context);
  if (/^(?:web_?search)$/i.test(name)) {
    return lost('unavailable', {
      says: "searches the web by GitHub's own MCP server, which needs a login",
    });
  }
  return ofStranger(name, context);
}

function granted(name: string, found: readonly string[], { online, mcp }: Context): ToolOutcome {
  const here = found.filter((tool) => online || !onlineOnly.has(tool));
  if (here.length === 0)
    return lost('unavailable', { says: 'has this tool only online', sometimes: true });
  const owner = ownerOf(name);
  if (owner === null || setsOfTheEditor.has(owner.toLowerCase()))
    return toolOutcome('granted', here);
  const server = mcp.includes(owner) ? [name] : [];
  const wider = `looks at the last word only, and gives the agent its own ${here.join(', ')} too`;
  return toolOutcome('granted', [...here, ...server], { wider });
}

export const ownerOf = (name: string): string | null => {
  const slash = name.lastIndexOf('/');
  return slash > 0 ? name.slice(0, slash) : null;
};

function ofStranger(name: string, { mcp }: Context): ToolOutcome {
  const trimmed = name.trim();
  if (trimmed !== name)
    return lost('wrong-form', { instead: [trimmed], says: 'takes blanks for a part of the name' });
  const called = /^mcp__([^_].*?)__(.+)$/.exec(name);
  if (called)
    return lost('wrong-form', {
      instead: [`${called[1]}/${called[2]}`],
      says: 'writes tools of MCP servers as server/tool',
    });
  if (/[()]/.test(name)) {
    const base = name.slice(0, Math.max(0, name.indexOf('(')));
    const known = toolsFor(base).length > 0;
    return lost('wrong-form', {
      instead: known ? [base] : undefined,
      says: 'takes no arguments in parentheses',
    });
  }
  const owner = ownerOf(name) ?? (name.includes('-') ? name : null);
  if (owner === null || setsOfTheEditor.has(owner.toLowerCase())) return lost('unknown');
  if (mcp.some((server) => server === owner || name.startsWith(`${server}-`)))
    return toolOutcome('granted', [name]);
  return toolOutcome('unverified', [], {
    says: 'grants it where an MCP server of that name is there',
  });
}

/** The names in the value, each with its place: one text is cut at every comma. */
export function namesIn(file: string, value: Value): readonly Token[] {
  if (value.kind === 'list') {
    return value.items.flatMap((item) =>
      item.kind === 'text' && item.text !== '' ? [whole(file, item)] : [],
    );
  }
  if (value.kind !== 'text') return [];
  const raw = slice(file, value.span);
  let from = 0;
  return value.text.split(',').flatMap((part): Token[] => {
    const text = part.trim();
    if (text === '') return [];
    const found = raw.indexOf(text, from);
    if (found < 0) return [{ text, span: value.span }];
    from = found + text.length;
    return [{ text, span: { start: value.span.start + found, end: value.span.start + from } }];
  });
}

function whole(file: string, { text, style, span }: TextValue): Token {
  const quoted =
    (style === 'single' || style === 'double') && slice(file, span).slice(1, -1) === text;
  return { text, span: quoted ? { start: span.start + 1, end: span.end - 1 } : span };
}
