// The tools that a model can call. Each asks a command of the same name; none changes a file.
import * as z from 'zod';
import type { World } from '../cli/io';
import { ask, Unanswered } from './ask';
import { withText } from './below-folder';

export interface Tool {
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** @throws Unanswered */
  readonly run: (input: Readonly<Record<string, unknown>>, world: World) => Record<string, unknown>;
}

/** Declares a tool whose function gets its input in its own type. */
const tool = <Input extends z.ZodObject>(one: {
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: z.ZodObject;
  readonly run: (input: z.infer<Input>, world: World) => Record<string, unknown>;
}): Tool => ({ ...one, run: (input, world) => one.run(one.input.parse(input), world) });

const path = z
  .string()
  .min(1)
  .describe('The path of the file, relative to the working folder: .claude/agents/reviewer.md');
const text = z
  .string()
  .optional()
  .describe('The text of the file. Default: the text that is saved there.');
const programs = z
  .array(z.string())
  .optional()
  .describe(
    'The ids of programs, as the tool "hosts" lists them. Default: those that read the path.',
  );

const row = z.looseObject({});
const finding = z.looseObject({
  file: z.string(),
  host: z.string().nullable(),
  rule: z.string(),
  severity: z.string(),
  message: z.string(),
  range: row.nullable(),
  fix: z.string().nullable(),
});

/** More findings than a model can use are left out and counted. */
const mostFindings = 100;

const programWords = (ids: readonly string[] | undefined): readonly string[] =>
  ids && ids.length > 0 ? ['--program', ids.join(',')] : [];

/** The text belongs to the path. @throws Unanswered for a text without one. */
function worldWith(world: World, at: string | undefined, unsaved: string | undefined): World {
  if (unsaved === undefined) return world;
  if (at === undefined) throw new Unanswered('A text requires the path at which it is evaluated.');
  return withText(world, at, unsaved);
}

export const tools: Readonly<Record<string, Tool>> = {
  check: tool({
    title: 'Check agent files',
    description:
      'Reports what programs (Claude Code, VS Code, Copilot CLI, OpenCode, Codex, Gemini CLI and others) silently drop, ignore, change or refuse in agent files, skills and commands. Call it after writing such a file.',
    input: z.object({
      path: path.optional().describe('A file or folder. Default: the working folder.'),
      text,
      programs,
      all: z.boolean().optional().describe('Whether information and hints are included.'),
    }),
    output: z.looseObject({
      files: z.number(),
      findings: z.array(finding),
      omitted: z.number().describe('The number of findings that are left out of a long list.'),
    }),
    run: ({ path: at, text: unsaved, programs: ids, all }, world) => {
      const words = ['check', '--format', 'json', ...programWords(ids), '--', ...(at ? [at] : [])];
      const { findings, ...others } = ask(words, worldWith(world, at, unsaved));
      const wanted = z
        .array(finding)
        .parse(findings)
        .filter(({ severity }) => all || severity === 'error' || severity === 'warning');
      return {
        ...others,
        findings: wanted.slice(0, mostFindings),
        omitted: Math.max(0, wanted.length - mostFindings),
      };
    },
  }),
  explain: tool({
    title: 'Explain an agent file',
    description:
      'Shows what each program does with an agent file, a skill or a command: whether it loads, which fields and tools it keeps, and what the agent may do.',
    input: z.object({ path, text, programs }),
    output: z.looseObject({ files: z.array(row) }),
    run: ({ path: at, text: unsaved, programs: ids }, world) =>
      ask(
        ['explain', '--format', 'json', ...programWords(ids), '--', at],
        worldWith(world, at, unsaved),
      ),
  }),
  convert: tool({
    title: 'Convert an agent file',
    description:
      'Returns the text of an agent file for another program, where to save it, and a list of what is the same, narrower, moved or lost. Writes nothing. An agent that could do more in the other program is refused.',
    input: z.object({
      path,
      text,
      to: z.string().describe('The id of the program.'),
      from: z.string().optional().describe('The id of the program for which the file is written.'),
    }),
    output: z.looseObject({ losses: z.array(row) }),
    run: ({ path: at, text: unsaved, to, from }, world) =>
      ask(
        [
          ...['convert', '--format', 'json', '--to', to],
          ...(from === undefined ? [] : ['--from', from]),
          ...['--', at],
        ],
        worldWith(world, at, unsaved),
      ),
  }),
  list: tool({
    title: 'List agents',
    description:
      'Lists the agents, skills and commands below a folder with the program that loads each, its result, model and number of tools.',
    input: z.object({ path: path.optional().describe('A folder. Default: the working folder.') }),
    output: z.looseObject({ agents: z.array(row) }),
    run: ({ path: at }, world) =>
      ask(['list', '--format', 'json', '--', ...(at ? [at] : [])], world),
  }),
  hosts: tool({
    title: 'List programs',
    description: 'Lists the programs with their ids, versions and the folders that they read.',
    input: z.object({}),
    output: z.looseObject({ hosts: z.array(row) }),
    run: (_, world) => ask(['programs', '--format', 'json'], world),
  }),
};
