// The names in `tools` and `disallowedTools` of Grok Build, and what each does.
import { type Token, tokensOf } from '../../agent/name-tokens';
import type { Value } from '../../yaml/value';
import { commaNamesIn } from '../judge/tools/comma-names';
import { createToolOutcome, type ToolOutcome } from '../model/persona';
import { sourceOf } from './scalars';
import { byName, grantedBy, ignoresList, removedBy, removesNothing, suggestTool } from './tools';

/** The names of a list unchanged, also those that are not strings; those of a string without white space around them. */
export function namesIn(file: string, value: Value | undefined): readonly Token[] {
  if (value?.kind === 'text') return tokensOf(file, value, ',').filter(({ text }) => text !== '');
  if (value?.kind !== 'list') return [];
  return value.items.every(({ kind }) => kind === 'text')
    ? commaNamesIn(file, value)
    : value.items.map((item) => ({ text: sourceOf(item) ?? '', span: item.span }));
}

/** What the agent gets for a name in `tools`. An unknown one voids the whole list: see `isVoid`. */
export function outcomeOf(name: string): ToolOutcome {
  if (name.startsWith('mcp__')) return createToolOutcome('unverified', []);
  const granted = grantedBy(name);
  if (granted === null) {
    const instead = suggestTool(name);
    return createToolOutcome('lost', [], {
      why: 'unknown',
      wider: ignoresList,
      ...(instead !== undefined && { instead: [instead] }),
    });
  }
  if (granted.length === 0)
    return createToolOutcome('lost', [], {
      why: 'unavailable',
      effect: '{host} has no such tool for agents.',
    });
  return createToolOutcome(
    'granted',
    granted,
    granted.some((one) => byName.get(one)?.sometimes) ? { sometimes: true } : {},
  );
}

/** What a name in `disallowedTools` removes. */
export function outcomeOfDenial(name: string): ToolOutcome {
  const removed = removedBy(name);
  if (removed.length > 0) return createToolOutcome('denied', removed);
  const [instead] =
    grantedBy(name) ?? [suggestTool(name) ?? ''].flatMap((one) => grantedBy(one) ?? []);
  // The author meant a tool that the agent keeps.
  const known = instead !== undefined && { instead: [instead], wider: removesNothing };
  return createToolOutcome('no-effect', [], { effect: removesNothing, ...known });
}
