// The hooks of a project, in `.github/hooks`. Copilot CLI skips the hooks that it cannot read, and ignores a file only where its frame is
// wrong.

import { t } from '../../text/message';
import {
  type Entry,
  type ListValue,
  type Path,
  textOf,
  type Value,
  valueAtKey,
} from '../../yaml/value';
import { phrase, problem } from '../judge/check';
import {
  guardUnused,
  HookProblems,
  hookFile,
  hooksIgnored,
  unknownEvent,
  worstOf,
} from '../judge/hook-file';
import { idleAt, invalidMatcher, unmatched } from '../judge/hook-matchers';
import { unmarkedJsonReader } from '../judge/reading/strict-json-reader';
import { documented } from '../model/evidence';
import type { CustomCheckResult, Field } from '../model/field';
import type { Location } from '../model/location';
import type { Problem, Type } from '../model/type';
import { executedHere, hooksRan, matchersRan } from './evidence';
import { claudeEvents, eventOf, guards, hookEvents, hookProblems } from './hooks';
import { called, expressionOf, faultOf, isMatched, ownEvent } from './hooks-before';

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

/** What hooks of a file cost that cannot be read. */
interface Mode {
  /** Each costs the whole file. */
  readonly isStrict?: true;
  /** Events of Claude Code are no fault. */
  readonly isForeign?: true;
}

function judgeAs(hooks: Value, mode: Mode): CustomCheckResult {
  const found = new HookProblems();
  if (hooks.kind !== 'map') {
    found.fatal.push(problem('type', hooks, phrase('a map of events')));
    return found.worst;
  }
  for (const entry of hooks.entries) {
    const { key, value } = entry;
    const event = eventOf(key);
    found.fatal.push(...tooDeep(value, [key]));
    if (event === undefined) {
      if (!mode.isForeign) found.unused.other.push(unknownEvent(entry, hookEvents));
    } else if (value.kind === 'list')
      for (const [index, item] of value.items.entries())
        judgeItem(item, event, [key, index], { ...mode, found });
    else {
      const fault = problem('type', value, phrase('a list of hooks'), [key]);
      // Under the name that Claude Code gives to the event, it is nothing; a list there takes the place of what is here.
      if (key === event && !isListedFor(event, hooks.entries)) found.fatal.push(fault);
      else if (!mode.isForeign) found.unused[classOf(event)].push(fault);
    }
  }
  return found.worst;
}

const classOf = (event: string): 'guard' | 'other' => (guards.has(event) ? 'guard' : 'other');

/** Whether the event has a list under one of its names. */
const isListedFor = (event: string, entries: readonly Entry[]): boolean =>
  entries.some(({ key, value }) => eventOf(key) === event && value.kind === 'list');

interface Judging extends Mode {
  readonly found: HookProblems;
}

/** A hook, or hooks below a matcher in the form of Claude Code. */
function judgeItem(item: Value, event: string, path: Path, { found, isStrict }: Judging): void {
  const skipped = found.skipped[classOf(event)];
  const written = String(path[0]);
  const unread = isStrict ? found.fatal : skipped;
  const judgeMatcher = (one: Value, at: Path): void => {
    const fault = matcherFault(one, event, at, written === event);
    if (fault) (textOf(fault.value) === '' ? unread : skipped).push(fault);
    const matcher = valueAtKey(one, 'matcher');
    const misnamed = fault ? null : faultOf(textOf(matcher), written);
    if (matcher && misnamed) found.unmatched.push(unmatched(matcher, misnamed, at));
  };
  const nested = listIn(item);
  if (!nested) {
    unread.push(...faultsOf(item, event, path));
    judgeMatcher(item, path);
    return;
  }
  // A hook's own matcher takes the place of that of its group.
  if (nested.items.some((hook) => textIn(hook, 'matcher') === undefined)) judgeMatcher(item, path);
  for (const [index, hook] of nested.items.entries()) {
    const at = [...path, 'hooks', index];
    if (listIn(hook)) continue;
    unread.push(...faultsOf(hook, event, at));
    judgeMatcher(hook, at);
  }
}

/** The hooks below a matcher. */
function listIn(item: Value): ListValue | null {
  const hooks = valueAtKey(item, 'hooks');
  return hooks?.kind === 'list' ? hooks : null;
}

/** Lists of hooks in hooks of a list, under any key. */
const tooDeep = (list: Value, path: Path): readonly Problem[] =>
  (list.kind === 'list' ? list.items : []).flatMap((item, index) =>
    (listIn(item)?.items ?? []).flatMap((hook, n): Problem[] => {
      const deeper = listIn(hook);
      const at = [...path, index, 'hooks', n, 'hooks'];
      return deeper ? [problem('value', deeper, phrase('a hook without "hooks"'), at)] : [];
    }),
  );

/** A matcher is read at some events only. */
const faultsOf = (hook: Value, event: string, path: Path): readonly Problem[] =>
  hookProblems(hook, event, path).filter(
    (fault) => matched.has(event) || fault.path.at(-1) !== 'matcher',
  );

const textIn = (value: Value, key: string): string | undefined => textOf(valueAtKey(value, key));

/** Of a string; of any other value only one in a hook is a fault, which `hookProblems` finds. */
function matcherFault(item: Value, event: string, path: Path, isOwnName: boolean): Problem | null {
  const matcher = valueAtKey(item, 'matcher');
  const written = textOf(matcher);
  if (!matcher || written === undefined || !matched.has(event)) return null;
  const areStars = /^\s*\*{1,2}\s*$/.test(written);
  // At an event with the name of Claude Code, they stand for all tools.
  if (expressionOf(written) !== null || (areStars && !isOwnName)) return null;
  const fault = invalidMatcher(matcher, path);
  return areStars ? { ...fault, meant: '.*' } : fault;
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
  ...{ type, summary, otherwise: hooksIgnored, absent: 'Nothing is stated.' },
  ...{ evidence: hooksPage, valueEvidence: executedHere },
});

const disableAllHooks = other({ type: 'boolean' }, 'Whether the hooks of this file do not run.');

const events = Object.fromEntries([
  ...hookEvents.map((event) => [event, { summary: `Hooks that run at ${event}.`, list }]),
  ...Object.entries(claudeEvents).map(([event, own]) => [
    event,
    { summary: `The same as \`${own}\`.`, list },
  ]),
]);

/** Any exit code but 0 blocks a call. */
const blocked = { preToolUse: '{host} then blocks each call that the hook is for.' };

const failed = {
  ...blocked,
  ...Object.fromEntries(
    ['postToolUse', 'userPromptSubmitted', 'sessionStart', 'agentStop', 'sessionEnd'].map(
      (event) => [event, '{host} continues without this hook.'],
    ),
  ),
};

const shared = {
  events,
  outside: guardUnused,
  example: '"preToolUse": [\n      { "type": "command", "bash": "${1:./scripts/check.sh}" }\n    ]',
  scripts: {
    ...{ failed, failedInPython: failed },
    folders: ['COPILOT_PROJECT_DIR', 'CLAUDE_PROJECT_DIR'],
    unset: /^(?:CLAUDE|COPILOT)_(?:TOOL|FILE)_\w+$/,
    evidence: hooksRan,
  },
  // A matcher at an event with the name of Claude Code may be for Claude Code.
  matchers: {
    idle: idleAt('preToolUse', 'postToolUse'),
    names: (matcher: string, tool: string) => isMatched(matcher, tool, ownEvent),
    tools: called,
    evidence: matchersRan,
  },
  evidence: executedHere,
  documented: hooksPage,
} as const;

export const hookFiles = hookFile({
  ...shared,
  judge: (hooks) => judgeAs(hooks, {}),
  required: hooksIgnored,
  others: {
    version: other(
      { type: 'integer', min: 1, max: 1 },
      'The version of the form: 1. It may be missing.',
    ),
    disableAllHooks,
    description: { ...other({ type: 'any' }, 'What the hooks are for.'), isForDisplay: true },
    $schema: {
      ...other({ type: 'any' }, 'The schema that an editor uses.'),
      ...{ isForDisplay: true, isNeverOffered: true },
    },
  },
  unknownKey: { outcome: 'ignored', effect: '{host} silently ignores it.' },
  reader: unmarkedJsonReader,
});

/** By the word of a source: the key that it needs. */
const sources: Readonly<Record<string, string>> = { github: 'repo', git: 'url', directory: 'path' };

/** A source may be right for Claude Code, so no other source is what its author means: the hooks have to be elsewhere. */
export function judgeMarketplaces(value: Value): CustomCheckResult | null {
  if (value.kind !== 'map') return null;
  const problems = value.entries.flatMap(({ key, value: one }): Problem[] => {
    const source = valueAtKey(one, 'source');
    const word = (source && textIn(source, 'source')) ?? '';
    const needed = Object.hasOwn(sources, word) ? sources[word] : undefined;
    const ref = source && valueAtKey(source, 'ref');
    const update = valueAtKey(one, 'autoUpdate');
    if (
      !source ||
      needed === undefined ||
      textIn(source, needed) === undefined ||
      (needed !== 'path' && ref && ref.kind !== 'text')
    )
      return [
        problem(
          'value',
          source ?? one,
          phrase(
            'a source of the type {words}',
            Object.keys(sources),
            t('For Copilot CLI, move the hooks to ".github/hooks".'),
          ),
          [key, 'source'],
        ),
      ];
    return update && update.kind !== 'boolean'
      ? [problem('type', update, { type: 'boolean' }, [key, 'autoUpdate'])]
      : [];
  });
  return worstOf([problems, hooksIgnored]);
}

/** In settings of a repository, a hook that cannot be read costs the whole file. */
export const strictHooks = {
  ...shared,
  judge: (hooks: Value) => judgeAs(hooks, { isStrict: true }),
  unknownKey: null,
  reader: unmarkedJsonReader,
} as const;

/** The settings of Claude Code, of which it runs the hooks. Without hooks nothing in them guards anything here. */
export const settingsWithHooks = hookFile({
  ...shared,
  judge: (hooks) => judgeAs(hooks, { isStrict: true, isForeign: true }),
  others: {
    disableAllHooks,
    companyAnnouncements: other({ type: 'list', of: text }, 'What is shown when a session starts.'),
    enabledPlugins: other(
      { type: 'map', rest: { type: 'boolean' } },
      'Plugins that are on or off.',
    ),
    extraKnownMarketplaces: {
      ...other({ type: 'map', rest: { type: 'any' } }, 'Marketplaces of plugins.'),
      judge: judgeMarketplaces,
    },
  },
  unknownKey: null,
  reader: (input) =>
    /"hooks"\s*:/.test(input.outline.text)
      ? unmarkedJsonReader(input)
      : { agents: [{ fields: [], prompt: { text: '', span: { start: 0, end: 0 } } }], flaws: [] },
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
  ...['.claude/settings.json', '.claude/settings.local.json'].map(
    (glob): Location => ({
      ...location,
      glob,
      kind: 'settings',
      dialect: 'settings',
      role: 'guest',
      isOptional: true,
      scope: 'project',
      summary: 'Settings of Claude Code, of which Copilot CLI runs the hooks.',
    }),
  ),
];
