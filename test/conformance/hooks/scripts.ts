// `npm run conformance -- --hooks --scripts --live`: whether a hook that should block a call blocks it where its script is missing or
// cannot be run. A model writes one file; the hook runs before.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { played } from './played';
import type { HookProgram } from './programs';

/** How a program is given a hook, and at which events. */
interface Hooked {
  /** The event before a tool. */
  readonly guard: string;
  readonly others: readonly string[];
  /** The file with a hook at an event. */
  readonly file: (event: string, command: string) => Readonly<Record<string, string>>;
}

/** With a matcher for the tool that writes. */
const nested = (file: string, matcher: string): Hooked['file'] => {
  return (event, command) => ({
    [file]: JSON.stringify({
      hooks: {
        [event]: [
          { ...(/Tool/.test(event) && { matcher }), hooks: [{ type: 'command', command }] },
        ],
      },
    }),
  });
};

/** By the id of the program. */
export const hooked: Readonly<Record<string, Hooked>> = {
  'claude-code': {
    guard: 'PreToolUse',
    others: ['PostToolUse', 'UserPromptSubmit', 'SessionStart', 'Stop', 'SessionEnd'],
    file: nested('.claude/settings.json', 'Write'),
  },
  'copilot-cli': {
    guard: 'preToolUse',
    others: ['postToolUse', 'userPromptSubmitted', 'sessionStart', 'agentStop', 'sessionEnd'],
    file: (event, bash) => ({
      '.github/hooks/guard.json': JSON.stringify({
        version: 1,
        hooks: { [event]: [{ type: 'command', bash }] },
      }),
    }),
  },
  codex: {
    guard: 'PreToolUse',
    others: ['PostToolUse', 'UserPromptSubmit', 'SessionStart', 'Stop'],
    file: nested('.codex/hooks.json', 'apply_patch'),
  },
  'gemini-cli': {
    guard: 'BeforeTool',
    others: ['AfterTool', 'BeforeAgent', 'SessionStart', 'AfterAgent', 'SessionEnd'],
    file: nested('.gemini/settings.json', 'write_file'),
  },
  'qwen-code': {
    guard: 'PreToolUse',
    others: ['PostToolUse', 'UserPromptSubmit', 'SessionStart', 'Stop'],
    file: nested('.qwen/settings.json', 'write_file'),
  },
};

/** The files of the project, next to that of the hook. */
export const scripts: Readonly<Record<string, string>> = {
  'guards/blocks.sh': '#!/bin/sh\necho no >&2; exit 2\n',
  'guards/plain.sh': '#!/bin/sh\necho no >&2; exit 2\n',
};
/** Which of them the system runs directly. */
export const executable = ['guards/blocks.sh'];

const missing = './guards/missing.sh';

const commands: readonly string[] = [
  'true',
  'exit 1',
  'exit 2',
  'echo no >&2; exit 1',
  'echo no >&2; exit 2',
  './guards/blocks.sh',
  'guards/blocks.sh',
  'bash guards/blocks.sh',
  './guards/plain.sh',
  'bash ./guards/plain.sh',
  missing,
  'guards/missing.sh',
  'bash ./guards/missing.sh',
  'sh guards/missing.sh',
  'node ./guards/missing.js',
  'python3 ./guards/missing.py',
  'python3 -u guards/missing.py',
  // These are installed apart.
  'uv run ./guards/missing.py',
  'bun ./guards/missing.ts',
  'tsx ./guards/missing.ts',
  'deno run ./guards/missing.ts',
  'GUARD=1 node ./guards/missing.js',
  'GUARD=1 ./guards/missing.sh',
  'cd guards && ./blocks.sh',
  '"$CLAUDE_PROJECT_DIR"/guards/blocks.sh',
  '"$CLAUDE_PROJECT_DIR"/guards/missing.sh',
];

/** At other events: an interpreter that ends with 1, and one that ends with 2. */
const missingElsewhere = [missing, 'node ./guards/missing.js', 'python3 ./guards/missing.py'];

export interface RecordedScripts {
  readonly host: string;
  readonly version: string;
  /** The ISO date. */
  readonly on: string;
  /** By event and command, `PreToolUse: ./check.sh`: whether the tool ran. */
  readonly ran: Readonly<Record<string, boolean>>;
  /** How often the model was asked, where that was after the end of the turn too. A program that goes on is stopped. */
  readonly requests: Readonly<Record<string, number>>;
  /** By event: the names of the variables that the command of a hook has, without those of the system. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
}

/** Makes a file for each variable. */
const eachVariable = 'for name in $(env | grep = | cut -d= -f1); do touch "$name.variable"; done';
const variable = /^((?:CLAUDE|CODEX|COPILOT|GEMINI|QWEN|TOOL|HOOK|FILE)\w*)\.variable$/;

const stored = path.resolve('test/hosts/hooks/scripts.data.json');

export const recordedScripts = (): readonly RecordedScripts[] =>
  JSON.parse(readFileSync(stored, 'utf8')) as RecordedScripts[];

/** @returns how many answers differ from the recorded ones. */
export async function askScripts(
  program: HookProgram,
  folder: string,
  version: string,
  { record, only }: { readonly record: boolean; readonly only: string },
): Promise<number> {
  const one = hooked[program.host];
  if (!one) return 0;
  const known = recordedScripts().find(({ host }) => host === program.host);
  const asked = [
    ...commands.map((command) => [one.guard, command] as const),
    ...one.others.flatMap((event) => missingElsewhere.map((command) => [event, command] as const)),
  ].filter((words) => words.join(': ').includes(only));
  const ran: Record<string, boolean> = {};
  const requests: Record<string, number> = {};
  for (const [event, command] of asked) {
    const { written, model } = await played(
      program,
      folder,
      { files: { ...scripts, ...one.file(event, command) }, executable },
      (project) => [program.write(path.join(project, 'written.txt'), 'written')],
    );
    const title = `${event}: ${command}`;
    ran[title] = model.requests.length > 0 && written.includes('written.txt');
    // One before the call, and one after it.
    if (model.requests.length > 2) requests[title] = model.requests.length;
    console.log(
      `${program.host}: ${title}: the tool ${ran[title] ? 'ran' : 'did not run'}, ${model.requests.length} requests`,
    );
  }
  const variables: Record<string, readonly string[]> = { ...(only !== '' && known?.variables) };
  for (const event of only === '' ? [one.guard, ...one.others] : []) {
    const files = one.file(event, eachVariable);
    const { written } = await played(program, folder, { files, executable: [] }, (project) => [
      program.write(path.join(project, 'written.txt'), 'written'),
    ]);
    variables[event] = written.flatMap((name) => variable.exec(name)?.[1] ?? []).sort();
    console.log(`${program.host}: ${event}: ${variables[event].join(' ')}`);
  }
  if (record) {
    const on = new Date().toISOString().slice(0, 10);
    const others = recordedScripts().filter(({ host }) => host !== program.host);
    const all = [
      ...others,
      {
        ...{ host: program.host, version, on },
        ...(only === ''
          ? { ran, requests }
          : { ran: { ...known?.ran, ...ran }, requests: { ...known?.requests, ...requests } }),
        variables,
      },
    ];
    all.sort((a, b) => a.host.localeCompare(b.host));
    writeFileSync(stored, `${JSON.stringify(all, null, 2)}\n`);
  }
  const areOthers = JSON.stringify(known?.variables) !== JSON.stringify(variables);
  return (
    Object.keys(ran).filter(
      (title) => known?.ran[title] !== ran[title] || known?.requests[title] !== requests[title],
    ).length + (areOthers ? 1 : 0)
  );
}
