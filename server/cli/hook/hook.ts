// `dossier hook`: answers the hook of a program after its model has written a file. What is wrong in an agent, a skill or a command
// is then in the model's next request. Never fails the session of the program.
import type { Finding } from '../../contract/library';
import { defaultContext } from '../../hosts/model/context';
import { type HookInput, mapIn, refusal } from '../../hosts/model/write-hook';
import { checkFiles } from '../check/check-files';
import { exit, type Io, type World } from '../io';
import { parse } from '../parse';
import { absolute, shortest } from '../paths';
import { jsonText } from '../report/json-text';

export const hookUsage = `dossier hook   answer a program's hook after its model wrote a file

Reads the input of the hook from standard input and checks the written file.
Errors, and warnings with a certain fix, are printed in the form that the program
gives to its model; otherwise nothing is printed. Understands the hooks of
Claude Code, Copilot CLI, Codex, Gemini CLI and VS Code (docs/hooks.md).

  --block    report the problems as a refusal instead of context

The exit code is always 0.
`;

const flags = { block: { type: 'boolean' } } as const;

/** @throws UsageError for unknown options only: what a program passes is never a reason to fail. */
export function hook(argv: readonly string[], world: World, io: Io): number {
  const { values } = parse(argv, flags);
  if (values['help']) {
    io.out(hookUsage);
    return exit.clean;
  }
  const answer = answerTo(inputOf(io), values['block'] === true, world, io);
  if (answer !== null) io.out(`${jsonText(answer)}\n`);
  return exit.clean;
}

function inputOf(io: Io): HookInput {
  try {
    return mapIn(JSON.parse(io.stdin()));
  } catch {
    return {};
  }
}

/** Null where there is nothing to report. */
function answerTo(input: HookInput, isBlocking: boolean, world: World, io: Io): object | null {
  for (const { writeHook } of world.catalog.hosts) {
    const written = writeHook?.written(input);
    if (!writeHook || !written) continue;
    const text = reportOn(
      written.map((path) => pathIn(path, input, world)),
      world,
      io,
    );
    if (text === null) return null;
    return isBlocking ? refusal(text) : writeHook.context(text, input);
  }
  return null;
}

/** Paths are relative to the folder of the session, which need not be that of the hook. */
function pathIn(path: string, { cwd }: HookInput, world: World): string {
  const from = typeof cwd === 'string' && cwd !== '' ? { ...world, cwd } : world;
  return shortest(absolute(path, from), world);
}

/** The most lines that a model is given. */
const mostLines = 10;

/** Null for files without problems and for those that are no agents, skills or commands. */
function reportOn(paths: readonly string[], world: World, io: Io): string | null {
  const found = linesFor(problemsIn(paths, world, io), world);
  if (found.length === 0) return null;
  const heading =
    found.length === 1
      ? 'Dossier found a problem in a file that was just written. Correct it:'
      : `Dossier found ${found.length} problems in what was just written. Correct them:`;
  const shown = found.length < mostLines ? found : found.slice(0, mostLines - 2);
  const left = found.length - shown.length;
  return [
    heading,
    ...shown,
    ...(left > 0 ? [`- ${left} more. Run \`dossier check\` to see them.`] : []),
  ].join('\n');
}

/** Errors, and what has a certain fix. */
function problemsIn(paths: readonly string[], world: World, io: Io): readonly Finding[] {
  const readable = paths.filter((path) => typeof world.read(path) === 'string');
  if (readable.length === 0) return [];
  try {
    const ask = { chosen: null, context: defaultContext, settings: {}, withEdits: false };
    const now = io.now ?? (() => performance.now());
    const { findings } = checkFiles(readable, { ...ask, now }, world);
    return findings.filter(
      ({ severity, fix }) => severity === 'error' || (severity === 'warning' && fix === 'safe'),
    );
  } catch {
    return []; // settings that cannot be read, among others: `dossier check` reports them
  }
}

/** Several programs may report the same thing of the same line: one line states it and names the others. */
function linesFor(found: readonly Finding[], { catalog }: World): readonly string[] {
  const byPlace = new Map<string, [Finding, ...Finding[]]>();
  for (const one of found) {
    const key = JSON.stringify([one.file, one.rule, one.range?.start.line]);
    const known = byPlace.get(key);
    if (known) known.push(one);
    else byPlace.set(key, [one]);
  }
  return [...byPlace.values()].map(([first, ...others]) => {
    const { file, range, severity, message, rule } = first;
    const line = range === null ? '' : `:${range.start.line + 1}`;
    const names = new Set(
      others.flatMap(({ host }) =>
        host === null || host === first.host ? [] : (catalog.hostById(host)?.name ?? host),
      ),
    );
    const also = names.size > 0 ? `, also for ${[...names].join(', ')}` : '';
    return `- ${file}${line}: ${severity}: ${message} (${rule}${also})`;
  });
}
