// What becomes of a name in `tools` or `disallowedTools`: the order of the steps is the host's own.

import { message } from '../../text/message';
import type { ContextKey } from '../context';
import { type ToolOutcome, type ToolRemarks, toolOutcome } from '../tool-verdict';
import { offersTodos } from './models';
import { mappedName, type Name, nameOf } from './tool-names';
import {
  tools as catalogue,
  delegateTool,
  everything,
  notInBackground,
  offeredNames,
  planTool,
  searchTools,
  shellTool,
  todoTools,
} from './tools';

/** What the fate of some names hangs on. */
export interface Setting {
  /** The model of the session. */
  readonly model: string | null;
  readonly background: boolean;
  /** In plan mode the agent is given the tool that ends it. */
  readonly plans: boolean;
  /** The shell is there, and the search tools are not offered beside it. */
  readonly searchesByShell: boolean;
}

const known = new Map(catalogue.tools.map((tool) => [tool.name, tool]));
const former = new Map(catalogue.former.toReversed().map((one) => [one.name, one]));
const byLetters = new Map(catalogue.tools.map(({ name }) => [name.toLowerCase(), name]));

const dependent: ReadonlyMap<string, ContextKey> = new Map<string, ContextKey>([
  ...searchTools.map((name) => [name, 'platform'] as const),
  ...notInBackground.map((name) => [name, 'background'] as const),
  ...todoTools.map((name) => [name, 'model'] as const),
]);

/** What in the context decides on a tool, where anything does: on the search tools only beside the shell. */
export const contextOf = (tool: string): ContextKey | undefined =>
  tool.startsWith('mcp__') ? 'mcp' : dependent.get(tool);

/** What a name comes to that is granted or lost whatever the setting. */
export const settledOutcome = ({ token }: Name): ToolOutcome | undefined => settled.get(token.text);

/** What a name in `tools` comes to. */
export function outcomeIn(name: Name, setting: Setting): ToolOutcome {
  const { base } = name;
  if (todoTools.includes(base) && offersTodos(setting.model)) return granted(name);
  if (setting.background && notInBackground.includes(base)) {
    return lost(name, 'unavailable', {
      effect: '{host} withholds it from agents that work in the background.',
    });
  }
  if (base === planTool && setting.plans) return granted(name);
  if (base.startsWith('mcp__')) return ofServer(name);
  if (setting.searchesByShell && searchTools.includes(base)) {
    return lost(name, 'replaced', {
      instead: [shellTool],
      effect: message(
        '{host} does not offer it together with "{tool}" on macOS and Linux. The agent searches in the shell.',
        { tool: shellTool },
      ),
    });
  }
  return offeredNames.has(base) ? granted(name) : ofOther(name);
}

/** `mcp__server`, `mcp__server__tool` and `mcp__server__*` are understood; other patterns match nothing. */
function ofServer(name: Name): ToolOutcome {
  const works = /^mcp__[^*]+?(?:__\*)?$/.test(name.base) && name.base !== 'mcp__';
  if (!works) {
    return lost(name, 'wrong-form', {
      effect: '{host} takes no such pattern here: write mcp__SERVER or mcp__SERVER__TOOL.',
    });
  }
  return of(name, 'unverified', [], {
    effect: '{host} grants it where a server of that name is there.',
  });
}

/** A name that no agent is offered. */
function ofOther(name: Name): ToolOutcome {
  const { base } = name;
  const tool = known.get(base);
  if (tool) {
    return lost(name, 'unavailable', {
      effect: tool.unavailable,
      sometimes: tool.sometimes ? true : undefined,
    });
  }
  const old = former.get(base);
  if (old) return lost(name, 'removed', { instead: old.now });
  const right = byLetters.get(base.toLowerCase());
  if (right !== undefined) return lost(name, 'wrong-case', { instead: [right] });
  return lost(name, /^[\w-]+$/.test(base) ? 'unknown' : 'wrong-form');
}

function of(
  { renamed, base: now }: Name,
  outcome: ToolOutcome['outcome'],
  names: readonly string[],
  remarks: ToolRemarks = {},
): ToolOutcome {
  return toolOutcome(outcome, names, {
    ...remarks,
    instead: remarks.instead ?? (renamed ? [now] : undefined),
    renamed: renamed ? true : undefined,
  });
}

/** What a name comes to for which the tool of its base is given. */
export function granted(name: Name): ToolOutcome {
  const { base, argument } = name;
  const wider =
    argument !== null && argument !== '' && argument !== '*' && base !== delegateTool
      ? message('{host} ignores the part in parentheses and grants all of "{tool}".', {
          tool: base,
        })
      : undefined;
  return of(name, 'granted', [base], { wider });
}

const lost = (
  name: Name,
  why: NonNullable<ToolOutcome['why']>,
  { instead, effect, sometimes }: ToolRemarks = {},
): ToolOutcome => of(name, 'lost', [], { why, instead, effect, sometimes });

/** What a name in `disallowedTools` comes to. */
export function outcomeOfDenial(name: Name): ToolOutcome {
  const { base, argument } = name;
  if (isTool(base)) {
    const wider =
      argument !== null && argument !== '' && argument !== '*'
        ? message('{host} ignores the part in parentheses and removes all of "{tool}".', {
            tool: base,
          })
        : undefined;
    return of(name, 'denied', [base], { wider });
  }
  const { text } = name.token;
  const voids = /^[\w-]*$/.test(text) ? [] : namedIn(text);
  return of(name, 'no-effect', [], {
    effect: voids.length > 0 ? oneName(text) : '{host} has no such tool, so nothing is removed.',
    voids: voids.length > 0 ? voids : undefined,
  });
}

const isTool = (base: string): boolean =>
  offeredNames.has(base) || known.has(base) || base.startsWith('mcp__');

/** The tools that a text names which is no name of one: `- Bash`, `Bash(git push`, two lines. */
const namedIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .replaceAll(/\([^()]*\)/g, ' ')
      // What follows a comma after an unclosed parenthesis was meant as the next name.
      .replaceAll(/\([^,]*/g, ' ')
      .split(/[^\w-]+/)
      .flatMap((word) => (offeredNames.has(mappedName(word)) ? [mappedName(word)] : [])),
  ),
];

const oneName = (text: string): string =>
  /\([^)]*$/.test(text)
    ? '{host} reads everything after the unclosed parenthesis as part of this name.'
    : /[\r\n]/.test(text)
      ? '{host} does not split names at line breaks.'
      : '{host} has no tool with this name.';

/**
 * What a name comes to in a `disallowedTools` with a `*` in it.
 * @param denied every name of the list.
 */
export function outcomeOfVoidDenial(
  name: Name,
  denied: readonly Name[],
  isGiven: (tool: string) => boolean,
): ToolOutcome {
  if (name.token.text !== everything && !isTool(name.base)) return outcomeOfDenial(name);
  if (name.token.text !== everything)
    return of(name, 'no-effect', [], {
      effect: '{host} removes nothing from a list with "*".',
      voided: true,
    });
  const others = denied.filter(({ base }) => isTool(base)).map(({ base }) => base);
  return of(name, 'no-effect', [], {
    effect: '{host} removes nothing at all where "*" is in the list.',
    voids: [...new Set(others)].filter(isGiven),
  });
}

const anySetting: Setting = {
  model: null,
  background: false,
  plans: false,
  searchesByShell: false,
};

/** Most names are in a table, and nothing but the table decides on them. */
const settled: ReadonlyMap<string, ToolOutcome> = new Map(
  [...catalogue.tools, ...catalogue.former].flatMap(({ name: text }) => {
    const name = nameOf({ text, span: { start: 0, end: 0 } }, 'tools');
    const hangsOn = name.base === planTool ? 'mode' : contextOf(name.base);
    return hangsOn === undefined ? [[text, outcomeIn(name, anySetting)] as const] : [];
  }),
);
