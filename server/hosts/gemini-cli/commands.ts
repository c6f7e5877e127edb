// Commands of Gemini CLI: a file in TOML, which users call by its path. Without a prompt, or with a wrong type, it is skipped.

import { textOf } from '../../yaml/value';
import { iarnaReader } from '../judge/reading/iarna-toml';
import { tomlReader } from '../judge/reading/toml-reader';
import { commandFolders, skillForm } from '../judge/skills/skill-form';
import { usedValue } from '../judge/skills/skill-values';
import { executed, unknown } from '../model/evidence';
import type { Consequence } from '../model/field';
import { version } from './evidence';

/** Verified by running the program's own loader on recorded cases. */
const executedHere = executed(`@google/gemini-cli ${version}`);

const skipped = {
  outcome: 'refused',
  file: 'refused',
  effect: '{host} skips the file and reports it.',
} as const satisfies Consequence;

/** What a call names. */
const idOf = (below: string): string =>
  below
    .replace(/\.toml$/, '')
    .split('/')
    .map((part) => part.replaceAll(/[^\w.-]/g, '_'))
    .map((part) => (part.length > 50 ? `${part.slice(0, 47)}...` : part))
    .join(':');

export const commands = skillForm({
  subject: 'command',
  syntax: 'toml',
  reader: iarnaReader(tomlReader('prompt')),
  skill: ({ fields, place }) => ({
    id: idOf(place.below),
    description: textOf(usedValue(fields, 'description')) || null,
    cutAt: null,
    userInvocable: true,
    modelInvocable: 'no',
    paths: [],
  }),
  skeleton: ['description = "${1:What it does}"', 'prompt = """', '${2:Do}$0', '"""', ''].join(
    '\n',
  ),
  fields: {
    prompt: {
      summary: 'What is sent to the model.',
      type: { type: 'text', multiline: true },
      otherwise: skipped,
      required: skipped,
      absent: 'Required. The file is skipped without it.',
      details:
        '`{{args}}` becomes the arguments; without it they are appended. `!{command}` runs a command, which the user confirms. `@{path}` inserts a file.',
      snippet: ' """\n${1:Do}\n"""',
      role: 'prompt',
      evidence: executedHere,
    },
    description: {
      summary: 'What the command does. The list of commands shows it.',
      type: { type: 'text' },
      otherwise: skipped,
      absent: 'The name of the file.',
      snippet: ' "${1:What it does}"',
      role: 'description',
      isForDisplay: true,
      evidence: executedHere,
    },
  },
  flaws: { toml: { outcome: 'refused', reason: 'toml', effect: skipped.effect } },
  evidence: executedHere,
});

const inFolder = { role: 'owner', glob: '.gemini/commands/**/*.toml' } as const;

export const commandLocations = commandFolders([
  {
    ...inFolder,
    scope: 'project',
    summary: 'Commands, including subfolders: `git/pr.toml` is called as `/git:pr`.',
    evidence: executedHere,
  },
  {
    ...inFolder,
    scope: 'user',
    summary: 'Commands for all projects of a user. Those of the project replace them.',
    evidence: unknown,
  },
]);
