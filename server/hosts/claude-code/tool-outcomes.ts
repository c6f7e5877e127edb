// The outcome of each name in `tools` and `disallowedTools`. The steps are in the order in which Claude Code performs them.

import { isUnclosed } from '../../text/is-unclosed';
import { memoize } from '../../text/memoize';
import { t } from '../../text/message';
import type { ContextKey } from '../model/context';
import { createToolOutcome, type ToolOutcome, type ToolOutcomeDetails } from '../model/persona';
import { serverToolIn } from '../model/server-names';
import { availableTools, type FormerTool, type Tool, type ToolCatalog } from '../model/tools';
import { hasTodoTools } from './models';
import { currentNames, type Name, nameOf } from './tool-names';
import {
  delegateTool,
  everything,
  findingTool,
  notInBackground,
  planTool,
  searchTools,
  servers,
  shellCompanions,
  shellTool,
  todoTools,
} from './tools';

/** What the outcome of some names depends on. */
export interface Setting {
  /** The model of the session. */
  readonly model: string | null;
  readonly background: boolean;
  /** The agent is in plan mode, in which it has the tool that exits it. */
  readonly plans: boolean;
  /** The agent has the shell, so that the search tools are not available. */
  readonly searchesByShell: boolean;
  /** The list of the agent has tools of MCP servers. */
  readonly listsServers: boolean;
}

/** What is looked up in the catalog of one version. */
export interface ToolTables {
  readonly known: ReadonlyMap<string, Tool>;
  /** The tools that a subagent in the foreground can have, including the search tools that depend on Bash. */
  readonly offered: ReadonlySet<string>;
  readonly former: ReadonlyMap<string, FormerTool>;
  readonly current: ReadonlyMap<string, string>;
  readonly byLowercase: ReadonlyMap<string, string>;
  /** The outcomes that are the same in every setting, which most are; computed once for speed. */
  readonly fixed: ReadonlyMap<string, ToolOutcome>;
}

export const tablesOf = memoize((catalog: ToolCatalog): ToolTables => {
  const tables = {
    known: new Map(catalog.tools.map((tool) => [tool.name, tool])),
    offered: new Set(availableTools(catalog)),
    former: new Map(catalog.former.toReversed().map((one) => [one.name, one])),
    current: currentNames(catalog),
    byLowercase: new Map(catalog.tools.map(({ name }) => [name.toLowerCase(), name])),
    fixed: new Map(),
  };
  return { ...tables, fixed: fixedOutcomes(tables) };
});

const contextByTool: ReadonlyMap<string, ContextKey> = new Map<string, ContextKey>([
  ...searchTools.map((name) => [name, 'platform'] as const),
  ...notInBackground.map((name) => [name, 'background'] as const),
  ...todoTools.map((name) => [name, 'model'] as const),
]);

/** The part of the context that a tool depends on, if any. The search tools depend on theirs only together with the shell. */
export const contextOf = (tool: string, { known }: ToolTables): ContextKey | undefined =>
  tool.startsWith('mcp__') ? 'mcp' : known.has(tool) ? contextByTool.get(tool) : undefined;

/** The outcome of a name in `tools`. */
export function outcomeIn(name: Name, setting: Setting, tables: ToolTables): ToolOutcome {
  const { base } = name;
  if (base.startsWith('mcp__')) return ofServer(name);
  const tool = tables.known.get(base);
  if (!tool) return ofUnknown(name, tables);
  if (todoTools.includes(base) && hasTodoTools(setting.model)) return granted(name);
  if (setting.background && notInBackground.includes(base)) {
    return lost(name, 'unavailable', {
      effect: '{host} does not give it to background agents.',
    });
  }
  if (base === planTool && setting.plans) return granted(name);
  if (setting.searchesByShell && searchTools.includes(base)) {
    return lost(name, 'replaced', {
      instead: [shellTool],
      effect: t(
        '{host} does not grant it next to "{tool}" on macOS and Linux; the agent searches with "{tool}".',
        { tool: shellTool },
      ),
    });
  }
  if (tables.offered.has(base)) return granted(name);
  if (base === findingTool && setting.listsServers)
    return of(name, 'unverified', [], {
      effect: '{host} gives it to the agent if one of the MCP servers in its list is available.',
    });
  return lost(name, 'unavailable', {
    effect: tool.unavailable,
    sometimes: tool.sometimes ? true : undefined,
  });
}

const unsupportedPattern =
  '{host} does not support this pattern, only "mcp__SERVER" and "mcp__SERVER__TOOL".';

/** Whether a name with `*` stands for all tools of a server, or of every server. */
const isServerForm = (base: string): boolean =>
  servers.every.includes(base) || serverToolIn(base, servers)?.tool === null;

/** Claude Code accepts `mcp__server`, `mcp__server__tool` and `mcp__server__*`. Other patterns match nothing. */
function ofServer(name: Name): ToolOutcome {
  const isValid = /^mcp__[^*]+?(?:__\*)?$/.test(name.base) && name.base !== 'mcp__';
  if (!isValid) {
    return lost(name, 'wrong-form', { effect: unsupportedPattern });
  }
  return of(name, 'unverified', [], {
    effect: '{host} grants it if an MCP server of that name is available.',
  });
}

/** The outcome of a name that is no tool. */
function ofUnknown(name: Name, { former, byLowercase }: ToolTables): ToolOutcome {
  const { base } = name;
  const old = former.get(base);
  if (old) return lost(name, 'removed', { instead: old.now });
  const right = byLowercase.get(base.toLowerCase());
  if (right !== undefined) return lost(name, 'wrong-case', { instead: [right] });
  return lost(name, /^[\w-]+$/.test(base) ? 'unknown' : 'wrong-form');
}

function of(
  { renamed, base: now }: Name,
  outcome: ToolOutcome['outcome'],
  names: readonly string[],
  remarks: ToolOutcomeDetails = {},
): ToolOutcome {
  return createToolOutcome(outcome, names, {
    ...remarks,
    instead: remarks.instead ?? (renamed ? [now] : undefined),
    renamed: renamed ? true : undefined,
  });
}

/** The outcome of a name whose tool the agent has. */
export function granted(name: Name): ToolOutcome {
  const { base, argument } = name;
  const wider =
    argument !== null && argument !== '' && argument !== '*' && base !== delegateTool
      ? t('{host} ignores the part in parentheses and grants all of "{tool}".', {
          tool: base,
        })
      : undefined;
  return of(name, 'granted', [base], { wider });
}

const lost = (
  name: Name,
  why: NonNullable<ToolOutcome['why']>,
  { instead, effect, sometimes }: ToolOutcomeDetails = {},
): ToolOutcome => of(name, 'lost', [], { why, instead, effect, sometimes });

/** The outcome of a name in `disallowedTools`. */
export function outcomeOfDenial(name: Name, tables: ToolTables): ToolOutcome {
  const { base, argument } = name;
  if (base.startsWith('mcp__') && base.includes('*') && !isServerForm(base))
    return of(name, 'no-effect', [], { effect: unsupportedPattern });
  if (isTool(base, tables)) {
    const wider =
      argument !== null && argument !== '' && argument !== '*'
        ? t('{host} ignores the part in parentheses and removes all of "{tool}".', {
            tool: base,
          })
        : undefined;
    const companions =
      base === shellTool ? shellCompanions.filter((one) => tables.known.has(one)) : [];
    return of(name, 'denied', [base, ...companions], { wider });
  }
  const { text } = name.token;
  const voids = /^[\w-]*$/.test(text) ? [] : namedIn(text, tables);
  return of(name, 'no-effect', [], {
    effect: voids.length > 0 ? unsplitEffect(text) : '{host} has no such tool.',
    voids: voids.length > 0 ? voids : undefined,
  });
}

const isTool = (base: string, { known }: ToolTables): boolean =>
  known.has(base) || base.startsWith('mcp__');

/** The tools named in a string that is not a tool name: `- Bash`, `Bash(git push`, two lines. */
const namedIn = (text: string, { current, offered }: ToolTables): readonly string[] => [
  ...new Set(
    text
      .replaceAll(/\([^()]*\)/g, ' ')
      // After an unclosed parenthesis, the text after a comma was meant as the next name.
      .replaceAll(/\([^,]*/g, ' ')
      .split(/[^\w-]+/)
      .map((word) => current.get(word) ?? word)
      .filter((name) => offered.has(name)),
  ),
];

const unsplitEffect = (text: string): string =>
  isUnclosed(text)
    ? '{host} reads everything after the unclosed parenthesis as part of this name.'
    : /[\r\n]/.test(text)
      ? '{host} does not split names at line breaks.'
      : '{host} ignores this entry.';

/**
 * The outcome of a name in a `disallowedTools` that contains `*`.
 * @param denied every name of the list.
 */
export function outcomeOfDenialWithWildcard(
  name: Name,
  denied: readonly Name[],
  isGiven: (tool: string) => boolean,
  tables: ToolTables,
): ToolOutcome {
  if (name.token.text !== everything && !isTool(name.base, tables))
    return outcomeOfDenial(name, tables);
  if (name.token.text !== everything)
    return of(name, 'no-effect', [], {
      effect: '{host} removes no tools if the list contains "*".',
      voided: true,
    });
  const others = denied.filter(({ base }) => isTool(base, tables)).map(({ base }) => base);
  return of(name, 'no-effect', [], {
    effect: '{host} removes no tools if the list contains "*".',
    voids: [...new Set(others)].filter(isGiven),
  });
}

const anySetting: Setting = {
  model: null,
  background: false,
  plans: false,
  searchesByShell: false,
  listsServers: false,
};

const fixedOutcomes = (tables: ToolTables): ToolTables['fixed'] =>
  new Map(
    [...tables.known.keys(), ...tables.former.keys()].flatMap((text) => {
      const name = nameOf({ text, span: { start: 0, end: 0 } }, 'tools', tables.current);
      const dependsOnAgent = name.base === planTool || name.base === findingTool;
      const isFixed = !dependsOnAgent && contextOf(name.base, tables) === undefined;
      return isFixed ? [[text, outcomeIn(name, anySetting, tables)] as const] : [];
    }),
  );
