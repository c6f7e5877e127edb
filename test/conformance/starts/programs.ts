// The programs whose command lines start a session, set up for the stand-in model. Their names on the command line are those of
// the declarations.
import path from 'node:path';
import { version as kiloVersion } from '../../../server/hosts/kilo/evidence';
import { version as opencodeVersion } from '../../../server/hosts/opencode/evidence';
import { version as qwenVersion } from '../../../server/hosts/qwen-code/evidence';
import { hookPrograms, type Start, type Where } from '../hooks/programs';
import type { Package } from '../oracle';

export interface StartedProgram {
  readonly host: string;
  readonly packages: readonly Package[];
  /** The program without the words that start a session. */
  readonly program: (where: Where) => Start;
  /** The answer to a question of its first session, and words of that question without the spaces between them. */
  readonly answers?: { readonly after: string; readonly keys: string };
  /** The project's files: where each of these subjects is found. */
  readonly files: Readonly<Record<string, string>>;
}

const known = (host: string): Pick<StartedProgram, 'host' | 'packages' | 'program'> => {
  const program = hookPrograms.find((one) => one.host === host);
  if (!program) throw new Error(`${host} has no hook`);
  return { host, packages: program.packages, program: program.start };
};

/** OpenCode and its forks read the provider from their own configuration. */
const family = (name: string, prefix: string, below: string): StartedProgram['program'] => {
  const model = 'stand-in/stand-in';
  return ({ folder, home, port }) => ({
    command: path.join(folder, 'node_modules', below),
    args: [],
    environment: {
      XDG_CACHE_HOME: path.join(home, '.cache'),
      [`${prefix}_DISABLE_AUTOUPDATE`]: '1',
      [`${prefix}_DISABLE_MODELS_FETCH`]: '1',
    },
    files: {
      [`.config/${name}/${name}.json`]: JSON.stringify({
        ...{ model, small_model: model },
        provider: {
          'stand-in': {
            npm: '@ai-sdk/openai-compatible',
            options: { baseURL: `http://127.0.0.1:${port}/v1`, apiKey: 'none' },
            models: { 'stand-in': { name: 'stand-in' } },
          },
        },
      }),
    },
  });
};

export const startedPrograms: readonly StartedProgram[] = [
  {
    ...known('claude-code'),
    program: (where) => {
      const start = known('claude-code').program(where);
      return {
        ...start,
        files: {
          ...start.files,
          // As after the questions of the first session.
          '.claude.json': JSON.stringify({
            hasCompletedOnboarding: true,
            customApiKeyResponses: { approved: ['sk-ant-none'], rejected: [] },
            projects: { [where.project]: { hasTrustDialogAccepted: true } },
          }),
        },
      };
    },
    files: {
      agent: '.claude/agents/shown.md',
      skill: '.claude/skills/shown/SKILL.md',
      command: '.claude/commands/sub/shown.md',
    },
  },
  {
    ...known('copilot-cli'),
    files: {
      agent: '.github/agents/shown.agent.md',
      skill: '.github/skills/shown/SKILL.md',
      command: '.claude/commands/shown.md',
    },
  },
  {
    ...known('codex'),
    answers: { after: 'Useexistingmodel', keys: '2\r' },
    files: { skill: '.agents/skills/shown/SKILL.md' },
  },
  {
    ...known('gemini-cli'),
    program: (where) => {
      const start = known('gemini-cli').program(where);
      // Without a model it first asks another one which model fits.
      return {
        ...start,
        args: start.args.slice(0, 1),
        environment: { ...start.environment, GEMINI_MODEL: 'gemini-2.5-flash' },
      };
    },
    files: { command: '.gemini/commands/sub/shown.toml' },
  },
  {
    host: 'opencode',
    packages: [{ name: 'opencode-ai', version: opencodeVersion }],
    program: family('opencode', 'OPENCODE', 'opencode-linux-x64/bin/opencode'),
    files: {
      agent: '.opencode/agent/shown.md',
      skill: '.opencode/skills/shown/SKILL.md',
      command: '.opencode/command/sub/shown.md',
    },
  },
  {
    host: 'kilo',
    packages: [{ name: '@kilocode/cli-linux-x64', version: kiloVersion }],
    program: family('kilo', 'KILO', '@kilocode/cli-linux-x64/bin/kilo'),
    files: {
      agent: '.kilo/agent/shown.md',
      skill: '.kilo/skills/shown/SKILL.md',
      command: '.kilo/command/shown.md',
    },
  },
  {
    host: 'qwen-code',
    packages: [{ name: '@qwen-code/qwen-code', version: qwenVersion }],
    program: ({ folder, port }) => ({
      command: process.execPath,
      args: [path.join(folder, 'node_modules/@qwen-code/qwen-code/cli.js')],
      environment: {
        OPENAI_API_KEY: 'none',
        OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`,
        OPENAI_MODEL: 'stand-in',
      },
      files: {
        '.qwen/settings.json': JSON.stringify({ security: { auth: { selectedType: 'openai' } } }),
      },
    }),
    files: { command: '.qwen/commands/shown.md' },
  },
];
