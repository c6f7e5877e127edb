// The hooks of a project, in `.github/hooks`. Copilot CLI skips the hooks that it cannot read, and ignores a file only where its frame is
// wrong.
import { type Entry, entryOf, type Path, textOf, type Value } from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import { hookFile, worstOf } from '../judge/hook-file';
import { unmarkedJsonReader } from '../judge/reading/strict-json-reader';
import { documented } from '../model/evidence';
import type { Consequence, CustomCheckResult, Field } from '../model/field';
import type { Location } from '../model/location';
import type { Problem, Type } from '../model/type';
import { executedHere } from './evidence';
import { claudeEvents, eventOf, guards, hookEvents, hookProblems } from './hooks';

const hooksPage = documented({
  title: 'GitHub documentation, page "GitHub Copilot hooks reference"',
  address: 'https://docs.github.com/en/copilot/reference/hooks-reference',
  on: '2026-11-26',
});

/** Events whose matchers are read. */
const matched: ReadonlySet<string> = new Set([
  'preToolUse',
  'postToolUse',
  'permissionRequest',
  'preMcpToolCall',
  'subagentStart',
  'preCompact',
  'notification',
]);

const fileIgnored: Consequence = {
  outcome: 'refused',
  file: 'ignored',
  reason: 'field',
  effect: '{host} ignores the whole file, so none of its hooks run.',
};
const skips: Consequence = { outcome: 'coerced', effect: '{host} skips the hook.' };
const skipsGuard: Consequence = { ...skips, losesLimit: true };
const silentlySkips: Consequence = {
  outcome: 'coerced',
  effect: '{host} silently does not run these hooks.',
};
const silentlySkipsGuard: Consequence = { ...silentlySkips, losesLimit: true };

interface Found {
  readonly fatal: Problem[];
  readonly guard: Problem[];
  readonly entry: Problem[];
}

function judge(hooks: Value): CustomCheckResult {
  if (hooks.kind !== 'map')
    return worstOf([[problem('type', hooks, phrase('a map of events'))], fileIgnored]);
  const found: Found = { fatal: [], guard: [], entry: [] };
  const silent: Found = { fatal: [], guard: [], entry: [] };
  for (const { key, keySpan, value } of hooks.entries) {
    const event = eventOf(key);
    if (event === undefined)
      silent.entry.push({
        ...problem('unknown-key', value, phrase('a hook event'), [key]),
        ...{ span: keySpan, choices: hookEvents },
      });
    else if (value.kind !== 'list')
      // Under the name that Claude Code gives to the event, it is nothing; a list there takes the place of what is here.
      (key === event && !isListedFor(event, hooks.entries)
        ? found.fatal
        : guards.has(event)
          ? silent.guard
          : silent.entry
      ).push(problem('type', value, phrase('a list of hooks'), [key]));
    else
      for (const [index, item] of value.items.entries())
        judgeItem(item, event, [key, index], found);
  }
  return worstOf(
    [found.fatal, fileIgnored],
    [found.guard, skipsGuard],
    [silent.guard, silentlySkipsGuard],
    [found.entry, skips],
    [silent.entry, silentlySkips],
  );
}

/** Whether the event has a list under one of its names. */
const isListedFor = (event: string, entries: readonly Entry[]): boolean =>
  entries.some(({ key, value }) => eventOf(key) === event && value.kind === 'list');

/** A hook, or hooks below a matcher in the form of Claude Code. */
function judgeItem(item: Value, event: string, path: Path, found: Found): void {
  const skipped = guards.has(event) ? found.guard : found.entry;
  const nested = item.kind === 'map' ? entryOf(item.entries, 'hooks')?.value : undefined;
  if (nested?.kind !== 'list') {
    skipped.push(...hookProblems(item, event, path), ...matcherProblems(item, event, path));
    return;
  }
  // A hook's own matcher takes the place of that of its group.
  if (nested.items.some((hook) => textIn(hook, 'matcher') === undefined))
    skipped.push(...matcherProblems(item, event, path));
  for (const [index, hook] of nested.items.entries()) {
    const at = [...path, 'hooks', index];
    const deeper = hook.kind === 'map' ? entryOf(hook.entries, 'hooks')?.value : undefined;
    if (deeper?.kind === 'list')
      found.fatal.push(
        problem('value', deeper, phrase('a hook without "hooks"'), [...at, 'hooks']),
      );
    else skipped.push(...hookProblems(hook, event, at), ...matcherProblems(hook, event, at));
  }
}

const textIn = (value: Value, key: string): string | undefined =>
  value.kind === 'map' ? textOf(entryOf(value.entries, key)?.value) : undefined;

/** Of a string; of any other value only one in a hook is a fault, which `hookProblems` finds. */
function matcherProblems(item: Value, event: string, path: Path): readonly Problem[] {
  const matcher = item.kind === 'map' ? entryOf(item.entries, 'matcher')?.value : undefined;
  const written = textOf(matcher);
  if (!matcher || written === undefined || !matched.has(event) || isExpression(written)) return [];
  const expected = phrase('a regular expression that is valid');
  return [problem('value', matcher, expected, [...path, 'matcher'])];
}

/** It matches names as a whole. */
function isExpression(matcher: string): boolean {
  if (matcher === '') return false;
  if (/^\s*\*{1,2}\s*$/.test(matcher)) return true;
  try {
    new RegExp(`^(?:${matcher})$`);
    return true;
  } catch {
    return false;
  }
}

const text: Type = { type: 'text' };

const entry: Type = {
  type: 'map',
  keys: {
    type: {
      type: {
        type: 'one-of',
        choices: [
          { value: 'command', means: 'Runs a command.' },
          { value: 'http', means: 'Sends a request to a URL.' },
          { value: 'prompt', means: 'Sends a prompt when a session starts.' },
        ],
      },
      summary: 'The kind of hook.',
    },
    bash: { type: text, summary: 'The command on Linux and macOS.' },
    powershell: { type: text, summary: 'The command on Windows.' },
    command: { type: text, summary: 'The command on every system.' },
    url: { type: text, summary: 'The URL, for the type `http`.' },
    prompt: { type: text, summary: 'The prompt, for the type `prompt`.' },
    matcher: { type: text, summary: 'A regular expression for names of tools.' },
    cwd: { type: text, summary: 'The folder in which it runs.' },
    env: { type: { type: 'map', rest: text }, summary: 'Variables of its environment.' },
    timeoutSec: { type: { type: 'number' }, summary: 'The longest time, in seconds.' },
  },
  rest: { type: 'any' },
};

const list: Type = { type: 'list', of: entry };

const other = (type: Type, summary: string): Field => ({
  ...{ type, summary, otherwise: fileIgnored, absent: 'Nothing is stated.' },
  ...{ evidence: hooksPage, valueEvidence: executedHere },
});

export const hookFiles = hookFile({
  events: Object.fromEntries([
    ...hookEvents.map((event) => [event, { summary: `Hooks that run at ${event}.`, list }]),
    ...Object.entries(claudeEvents).map(([event, own]) => [
      event,
      { summary: `The same as \`${own}\`.`, list },
    ]),
  ]),
  judge,
  required: fileIgnored,
  others: {
    version: other(
      { type: 'integer', min: 1, max: 1 },
      'The version of the form: 1. It may be missing.',
    ),
    disableAllHooks: other({ type: 'boolean' }, 'Whether the hooks of this file do not run.'),
    description: { ...other({ type: 'any' }, 'What the hooks are for.'), isForDisplay: true },
    $schema: { ...other({ type: 'any' }, 'The schema that an editor uses.'), isForDisplay: true },
  },
  unknownKey: { outcome: 'ignored', effect: '{host} silently ignores it.' },
  fileIgnored,
  outside: silentlySkipsGuard,
  reader: unmarkedJsonReader,
  example: '"preToolUse": [\n      { "type": "command", "bash": "${1:./scripts/check.sh}" }\n    ]',
  ...{ evidence: executedHere, documented: hooksPage },
});

const location = {
  kind: 'hooks',
  dialect: 'hooks',
  id: 'path',
  role: 'owner',
  evidence: executedHere,
} as const;

export const hookLocations: readonly Location[] = [
  {
    ...location,
    glob: '.github/hooks/**/*.json',
    skipsHidden: true,
    scope: 'project',
    summary: 'Hooks of the project, in each file.',
  },
  {
    ...location,
    glob: '.copilot/hooks/**/*.json',
    skipsHidden: true,
    scope: 'user',
    summary: 'Hooks for all projects of a user.',
  },
];
