// Files that define hooks: for each event a list. What a program makes of an entry is its own; what is lost with the file, and what an
// author can write, is the same for all.
import { type Entry, entryOf, type Value } from '../../yaml/value';
import type { Dialect, FlawOutcome } from '../model/dialect';
import type { Evidence } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { SettingsKind } from '../model/host';
import type { Reader } from '../model/reading';
import type { Guard, GuardReader, HookScripts, KeyTwice, ToolMatchers } from '../model/settings';
import type { KeyType, Problem, Type } from '../model/type';
import { phrase, problem } from './check';
import { neverMatched } from './hook-matchers';
import { hookCommands } from './hooks-in';

/** What a program reads in a file of hooks. */
export interface HookFile {
  /** What each event lists, for completion. */
  readonly events: Readonly<Record<string, { readonly summary: string; readonly list: Type }>>;
  readonly judge: (hooks: Value) => CustomCheckResult | null;
  /** What happens to a file without `hooks`; absent where that is no fault. */
  readonly required?: Consequence;
  /** The keys next to `hooks`. */
  readonly others: Readonly<Record<string, Field>>;
  /** What happens to any other key; null where these are another program's, and are not judged. */
  readonly unknownKey: Pick<Dialect['unknownField'], 'outcome' | 'file' | 'effect'> | null;
  /** Of a list of hooks next to `hooks`. */
  readonly outside: Consequence;
  readonly reader: Reader;
  /** What is lost with the file, by default its hooks. */
  readonly guards?: GuardReader;
  /** What happens to a file that cannot be read, where that is not the same as for the hooks. */
  readonly unreadable?: FlawOutcome;
  /** What happens to a file that is no object, where that is not the same as for one that cannot be read. */
  readonly noObject?: FlawOutcome;
  /** What is known of the field `hooks` besides. */
  readonly hooks?: Partial<Pick<Field, 'empty' | 'otherwise'>>;
  /** A repeated key costs the file, which its reader finds. */
  readonly hasUniqueKeys?: true;
  /** Absent where it is not known. */
  readonly keyTwice?: KeyTwice;
  /** What happens where a hook cannot run its script; absent where that is not known. */
  readonly scripts?: Omit<HookScripts, 'commands'>;
  /** Absent where it is not known which tools its matchers name. */
  readonly matchers?: ToolMatchers;
  /** One hook, as a snippet. */
  readonly example: string;
  readonly evidence: Evidence;
  /** How it is known what the events are. */
  readonly documented: Evidence;
}

/** The example of a program with groups of hooks: a guard before calls of a tool. */
export const groupExample = (event: string, tool: string): string =>
  `"${event}": [\n      {\n        "matcher": "\${1:${tool}}",\n        "hooks": [{ "type": "command", "command": "\${2:./scripts/check.sh}" }]\n      }\n    ]`;

/** The kind of such a document, with its dialect next to that of agents. */
export const hookFile = (
  file: HookFile,
): { readonly kind: SettingsKind; readonly dialectNextTo: (agents: Dialect) => Dialect } => ({
  kind: {
    subject: 'settings',
    reader: file.reader,
    syntax: 'json',
    skeleton: `{\n  "hooks": {\n    ${file.example}\n  }\n}\n`,
    guards: file.guards ?? ((fields) => hookGuards(entryOf(fields, 'hooks')?.value)),
    ...(file.keyTwice && { keyTwice: file.keyTwice }),
    ...(file.matchers && { matchers: file.matchers }),
    ...(file.scripts && { scripts: { ...file.scripts, commands: hookCommands } }),
  },
  dialectNextTo: ({ tools, models }) => ({
    subject: 'settings',
    fields: { hooks: hooksField(file), ...file.others },
    unknownField: {
      ...(file.unknownKey ?? { outcome: 'ignored', effect: '{host} silently ignores it.' }),
      meant: { hook: 'hooks', Hooks: 'hooks' },
      evidence: file.evidence,
    },
    everyKey: (entry) => (file.unknownKey ? judgeOutside(entry, file) : judgeForeign(entry, file)),
    ...{ tools, models, colors: [] },
    flaws: {
      json: file.unreadable ?? flawFor('json'),
      ...(file.hasUniqueKeys && { 'duplicate-key': flawFor('json') }),
      'not-a-mapping': file.noObject ?? file.unreadable ?? flawFor('field'),
    },
  }),
});

/** The keys that have hooks, as what is lost with a file. */
export const hookGuards = (hooks: Value | undefined): readonly Guard[] =>
  (hooks?.kind === 'map' ? hooks.entries : []).flatMap(({ key, value }): Guard[] =>
    // An entry without its event has the key `hooks`.
    value.kind === 'list' && value.items.length > 0 && key !== 'hooks'
      ? [{ kind: 'hook', name: key }]
      : [],
  );

// What values cost, in the order of `worstOf`.

export const hooksIgnored: Consequence = {
  outcome: 'refused',
  file: 'ignored',
  reason: 'field',
  effect: '{host} ignores the whole file, so none of its hooks run.',
};
export const hookSkipped: Consequence = { outcome: 'coerced', effect: '{host} skips the hook.' };
export const hooksUnused: Consequence = {
  outcome: 'coerced',
  effect: '{host} silently does not run these hooks.',
};
/** Of events that can block something. */
export const guardUnused: Consequence = { ...hooksUnused, losesLimit: true };

/** What was found in the hooks of a file: each problem by what it costs. */
export class HookProblems {
  /** The whole file. */
  readonly fatal: Problem[] = [];
  /** Hooks, of which the program reports each: those that can block something, and others. */
  readonly skipped: Readonly<Record<'guard' | 'other', Problem[]>> = { guard: [], other: [] };
  /** Matchers that name no tool, of hooks that run before calls. */
  readonly unmatched: Problem[] = [];
  /** Hooks that the program silently does not run. */
  readonly unused: Readonly<Record<'guard' | 'other', Problem[]>> = { guard: [], other: [] };

  /** The worst of them with what it costs: correcting it shows the next ones. */
  get worst(): CustomCheckResult {
    return worstOf(
      [this.fatal, hooksIgnored],
      [this.skipped.guard, { ...hookSkipped, losesLimit: true }],
      [this.unused.guard, guardUnused],
      [this.unmatched, neverMatched],
      [this.skipped.other, hookSkipped],
      [this.unused.other, hooksUnused],
    );
  }
}

/** An event that a program does not have. @param events those that it has */
export const unknownEvent = (
  { key, keySpan, value }: Entry,
  events: readonly string[],
): Problem => ({
  ...problem('unknown-key', value, phrase('a hook event'), [key]),
  ...{ span: keySpan, choices: events },
});

const flawFor = (reason: 'json' | 'field') =>
  ({ outcome: 'ignored', reason, effect: hooksIgnored.effect, losesLimit: true }) as const;

const hooksField = (file: HookFile): Field => ({
  summary: 'Hooks that run at events of a session.',
  type: {
    type: 'map',
    keys: Object.fromEntries(
      Object.entries(file.events).map(([event, { summary, list }]): [string, KeyType] => [
        event,
        {
          ...{ type: list, summary },
          ...(file.example.startsWith(`"${event}": `) && {
            snippet: file.example.slice(event.length + 3).replaceAll('\n    ', '\n'),
          }),
        },
      ]),
    ),
    rest: { type: 'any' },
  },
  judge: file.judge,
  otherwise: hooksIgnored,
  ...file.hooks,
  ...(file.required && { required: file.required }),
  absent: 'No hooks.',
  role: 'hooks',
  governs: 'code',
  snippet: ` {\n  ${file.example.replaceAll('\n  ', '\n')}\n}`,
  evidence: file.documented,
  valueEvidence: file.evidence,
});

/** An event next to the map of events. */
const judgeOutside = (entry: Entry, file: HookFile): CustomCheckResult | null =>
  Object.hasOwn(file.events, entry.key) && entry.value.kind === 'list'
    ? {
        outcome: file.outside.outcome,
        problems: [
          {
            ...problem('value', entry.value, { type: 'under', key: 'hooks' }),
            span: entry.keySpan,
          },
        ],
        otherwise: file.outside,
      }
    : null;

/** Leaves the keys of another program as they are. */
const judgeForeign = ({ key }: Entry, { others }: HookFile): CustomCheckResult | null =>
  key === 'hooks' || Object.hasOwn(others, key) ? null : { outcome: 'kept', problems: [] };

/**
 * The result for the worst of the problems that were found: those of the first class that has any.
 * @param classes problems with what they cost, the worst first.
 */
export function worstOf(
  ...classes: readonly (readonly [problems: readonly Problem[], otherwise: Consequence])[]
): CustomCheckResult {
  const worst = classes.find(([problems]) => problems.length > 0);
  if (!worst) return { outcome: 'kept', problems: [] };
  const [problems, otherwise] = worst;
  return { outcome: otherwise.outcome, problems, otherwise };
}
