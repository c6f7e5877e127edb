// The tools that a model can call. Each asks the library; none changes a file.
import * as z from 'zod';
import { UsageError, type World } from '../cli/io';
import { programOf } from '../cli/program';
import type { FindingWithFix } from '../contract/library';
import { ofWorld, unsaved } from '../library/library';

export interface Tool {
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  /** @throws UsageError */
  readonly run: (input: Readonly<Record<string, unknown>>, world: World) => object;
}

/** Declares a tool whose function gets its input in its own type. */
const tool = <Input extends z.ZodObject>(one: {
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output: z.ZodObject;
  readonly run: (input: z.infer<Input>, world: World) => object;
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

/** What is asked: a path, with its text if that is not saved, or the working folder. @throws UsageError for a text without a path. */
function asked(
  at: string | undefined,
  text: string | undefined,
  world: World,
): Parameters<typeof ofWorld.check>[0] {
  if (text === undefined) return { paths: at === undefined ? [] : [at], world };
  if (at === undefined) throw new UsageError('A text requires the path at which it is evaluated.');
  return unsaved(world, at, text);
}

/** What the model does not need: it writes the file itself. */
const forModel = ({ fixEdits: _, ...finding }: FindingWithFix): object => finding;

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
    run: ({ path: at, text: given, programs: ids = [], all }, world) => {
      const { findings, files, unread } = ofWorld.check(asked(at, given, world), { programs: ids });
      const wanted = findings.filter(
        ({ severity }) => all || severity === 'error' || severity === 'warning',
      );
      return {
        files,
        findings: wanted.slice(0, mostFindings).map(forModel),
        omitted: Math.max(0, wanted.length - mostFindings),
        ...(unread.length > 0 && { unread }),
      };
    },
  }),
  explain: tool({
    title: 'Explain an agent file',
    description:
      'Shows what each program does with an agent file, a skill or a command: whether it loads, which fields and tools it keeps, and what the agent may do.',
    input: z.object({ path, text, programs }),
    output: z.looseObject({ files: z.array(row) }),
    run: ({ path: at, text: given, programs: ids = [] }, world) =>
      ofWorld.explain(asked(at, given, world), { programs: ids }),
  }),
  convert: tool({
    title: 'Convert an agent file, a skill or a command',
    description:
      'Returns the text of an agent file, a skill or a command for another program, where to save it, and a list of what is the same, narrower, moved or lost. Writes nothing. What could do more in the other program is refused.',
    input: z.object({
      path,
      text,
      to: z.string().describe('The id of the program.'),
      from: z.string().optional().describe('The id of the program for which the file is written.'),
    }),
    output: z.looseObject({ losses: z.array(row) }),
    run: ({ path: at, text: given, to, from }, world) => {
      const options = { to, ...(from !== undefined && { from }) };
      const { files, unread } = ofWorld.convert(asked(at, given, world), options);
      const [first] = files;
      const isSingle = first !== undefined && files.length === 1 && !world.isFolder(at);
      return isSingle ? first : { files, unread };
    },
  }),
  list: tool({
    title: 'List agents',
    description:
      'Lists the agents, skills and commands below a folder with the program that loads each, its result, model and number of tools.',
    input: z.object({ path: path.optional().describe('A folder. Default: the working folder.') }),
    output: z.looseObject({ agents: z.array(row) }),
    run: ({ path: at }, world) => ofWorld.list(asked(at, undefined, world), {}),
  }),
  hosts: tool({
    title: 'List programs',
    description: 'Lists the programs with their ids, versions and the folders that they read.',
    input: z.object({}),
    output: z.looseObject({ hosts: z.array(row) }),
    run: (_, { catalog }) => ({ hosts: catalog.hosts.map(programOf) }),
  }),
};
