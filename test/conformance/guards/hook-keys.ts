// The keys of hooks, and their conditions: what Claude Code does with each before a call.

import { rootOfJson } from '../../../server/agent/json-root';
import { meetsCondition } from '../../../server/hosts/claude-code/guards/condition';
import {
  conditionFault,
  ignoredInEntry,
  ignoredInHook,
} from '../../../server/hosts/claude-code/hook-keys';
import type { ToolCall } from '../../../server/hosts/model/guards';
import { hold } from './session';

export interface RecordedHooks {
  /** `+` for each call before which a hook with this key "if" ran. */
  readonly conditions: Readonly<Record<string, string>>;
  /** By the title of the key: `+` where the call was made. */
  readonly keys: Readonly<Record<string, string>>;
}

const calls: readonly ToolCall[] = [
  ...['rm x', 'rm -rf x', 'ls', 'git push', 'rm x && ls', 'ls | cat', 'rm y', 'echo "a|b"'].map(
    (subject) => ({ tool: 'Bash', subject }),
  ),
  ...['touch "rm *|git *"'].map((subject) => ({ tool: 'Bash', subject })),
  { tool: 'Read', subject: 'a.ts' },
  { tool: 'Edit', subject: 'src/a.ts' },
  { tool: 'Write', subject: 'src/new.ts' },
  { tool: 'Read', subject: 'src/a.ts' },
];

const conditions = [
  ...[
    '',
    '*',
    'Bash',
    'Bash(*)',
    'Bash()',
    'Bash(',
    'Bash(rm *)',
    'Bash(rm:*)',
    'bash(rm *)',
    'rm *',
  ],
  ...[
    'Bash(rm *|git *)',
    'Bash(rm*|git*)',
    'Bash(*rm*|*git*)',
    'Bash(rm *)|Bash(git *)',
    'Bash(a|b)',
  ],
  ...[
    'Bash(rm *), Bash(git *)',
    'Bash(rm *) || Bash(git *)',
    'Bash(*a|b*)',
    'Bash(*|*)',
    'Bash|Read',
  ],
  ...['Edit', 'Edit|Write', 'Edit(src/**)', 'Write(src/**)', 'Read(*.ts)', 'Read(src/**)', 'edit'],
  ...[
    'Edit(src/**|lib/**)',
    'Edit(*.ts|*.tsx)',
    'Edit(**/*.ts)',
    'tool == "Bash"',
    'Read(*.ts|*.md)',
  ],
  ...['Write(src/**|lib/**)', 'BASH', 'write(src/**)'],
];

interface AskedKey {
  readonly title: string;
  readonly hook: Parameters<typeof hold>[1]['hooks'];
  readonly exit: 1 | 2;
}

const yes = { value: true, exit: 1 } as const;
const other = { value: 'Read', exit: 2 } as const;
const others = { value: ['Read'], exit: 2 } as const;
const off = { value: false, exit: 2 } as const;
const on = { value: true, exit: 2 } as const;

/** With a value that would change what happens: the exit code 1 would deny the call, or 2 would not. */
const values: Readonly<
  Record<'hook' | 'entry', Readonly<Record<string, { value: unknown; exit: 1 | 2 }>>>
> = {
  hook: {
    ...{ blocking: yes, failOnError: yes, enabled: off, disabled: on },
    ...{ matcher: other, match: other, tools: others },
  },
  entry: {
    ...{ enabled: off, disabled: on, if: other, match: other, matchers: others },
    ...{ tools: others, tool: other, tool_name: other },
  },
};

const askedKeys: readonly AskedKey[] = (['hook', 'entry'] as const).flatMap((where) =>
  Object.entries(values[where]).map(([key, { value, exit }]): AskedKey => {
    const written = { [key]: value };
    return {
      title: `${where}: ${JSON.stringify(written)}, exit code ${exit}`,
      hook: [{ exit, ...(where === 'hook' ? { keys: written } : { entry: written }) }],
      exit,
    };
  }),
);

/** @param program the path of the program. */
export async function askHooks(program: string): Promise<RecordedHooks> {
  const { hooks } = await hold(program, {
    ...{ settings: {}, calls },
    hooks: conditions.map((condition) => ({ keys: { if: condition } })),
  });
  const keys: Record<string, string> = {};
  for (const { title, hook } of askedKeys) {
    const settings = { permissions: { allow: ['Bash'] } };
    const { answers } = await hold(program, {
      ...{ settings, calls: [{ tool: 'Bash', subject: 'ls' }] },
      ...(hook && { hooks: hook }),
    });
    keys[title] = answers.join('');
  }
  return {
    conditions: Object.fromEntries(
      conditions.map((condition, at) => [
        condition,
        hooks.map((ran) => (ran.includes(at) ? '+' : '-')).join(''),
      ]),
    ),
    keys,
  };
}

/** What was recorded that our statements contradict. */
export function hookDifferences(record: RecordedHooks): readonly string[] {
  const wrong = Object.entries(record.conditions).filter(([condition, ran]) =>
    calls.some((call, at) =>
      ran[at] === '+'
        ? // What is meant as an alternative may be found literally.
          conditionFault(condition) !== null && !call.subject.includes('|')
        : meetsCondition(condition, call),
    ),
  );
  // Most that are met are stated.
  const met = Object.entries(record.conditions).flatMap(([condition, ran]) =>
    calls.filter((call, at) => ran[at] === '+' && meetsCondition(condition, call)),
  );
  const used = askedKeys.filter(
    ({ title, exit }) => record.keys[title] !== (exit === 2 ? '-' : '+'),
  );
  const unasked = [
    ...Object.keys(ignoredInHook).filter((key) => !Object.hasOwn(values.hook, key)),
    ...Object.keys(ignoredInEntry).filter((key) => !Object.hasOwn(values.entry, key)),
  ];
  // Each value that was asked about is one that is reported.
  const silent = (['hook', 'entry'] as const).flatMap((where) =>
    Object.entries(values[where]).filter(([key, { value }]) => {
      const root = rootOfJson(JSON.stringify({ value }));
      const written = root?.kind === 'map' ? root.entries[0]?.value : undefined;
      const faults = where === 'hook' ? ignoredInHook : ignoredInEntry;
      return !written || !faults[key]?.(written, written);
    }),
  );
  return [
    ...(met.length < 40 ? [`only ${met.length} calls that meet a condition are stated`] : []),
    ...wrong.map(([condition]) => `if ${condition}`),
    ...used.map(({ title }) => title),
    ...unasked.map((key) => `not asked: ${key}`),
    ...silent.map(([key]) => `not reported: ${key}`),
  ];
}

export const hookFactsAsked = (record: RecordedHooks): number =>
  Object.keys(record.conditions).length * calls.length + Object.keys(record.keys).length;
