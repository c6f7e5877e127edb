// Commands of Qwen Code, in Markdown and in the TOML of Gemini CLI. It silently skips a file with a wrong value.

import { textOf } from '../../yaml/value';
import { iarnaReader } from '../judge/reading/iarna-toml';
import { tomlReader } from '../judge/reading/toml-reader';
import { descriptionField, modelGuard } from '../judge/skills/skill-fields';
import { skillForm } from '../judge/skills/skill-form';
import { usedValue } from '../judge/skills/skill-values';
import { unknown } from '../model/evidence';
import type { Consequence, Field } from '../model/field';
import { readByLine, uncheckedTexts } from '../model/flaw-tables';
import type { Location } from '../model/location';
import { markdownSkeleton } from '../model/skeleton';
import type { SkillBuilder } from '../model/skill';
import { executedHere } from './evidence';
import { commandReader } from './skill-reader';

const skipped = {
  outcome: 'refused',
  file: 'ignored',
  effect: '{host} silently skips the file.',
} as const satisfies Consequence;

const description: Field = {
  ...descriptionField,
  summary: 'What the command does. The list of commands and the model read it.',
  otherwise: skipped,
  absent: 'The name of the file.',
  evidence: executedHere,
};

const skill: SkillBuilder = ({ fields, place }) => {
  const guard = usedValue(fields, 'disable-model-invocation');
  return {
    id: place.below
      .replace(/\.(?:md|toml)$/, '')
      .replaceAll(':', '_')
      .replaceAll('/', ':'),
    description: textOf(usedValue(fields, 'description')) || null,
    cutAt: null,
    userInvocable: true,
    modelInvocable: guard?.kind === 'boolean' && guard.boolean ? 'no' : 'yes',
    paths: [],
  };
};

const lost = {
  outcome: 'loads-changed',
  reason: 'frontmatter-lost',
  effect: '{host} finds no frontmatter and sends the whole file to the model.',
} as const;

export const commands = skillForm({
  subject: 'command',
  reader: commandReader,
  skill,
  skeleton: markdownSkeleton('description: ${1:What it does}'),
  fields: {
    description,
    'argument-hint': {
      summary: 'The arguments that the list of commands shows next to the name.',
      type: { type: 'text' },
      otherwise: skipped,
      absent: 'No hint.',
      snippet: ' "${1:[file]}"',
      isForDisplay: true,
      evidence: executedHere,
    },
    when_to_use: {
      summary: 'When the model should use it, next to the description.',
      type: { type: 'text', multiline: true },
      otherwise: skipped,
      absent: 'None.',
      snippet: ' ${1:Use when}',
      evidence: executedHere,
    },
    'disable-model-invocation': { ...modelGuard, otherwise: skipped, evidence: executedHere },
  },
  flaws: {
    'leading-text': lost,
    'fence-language': lost,
    'unclosed-fence': { ...lost, reason: 'fence' },
    'yaml-repaired': readByLine,
    'duplicate-key': readByLine,
    'not-a-mapping': readByLine,
    ...uncheckedTexts,
  },
  evidence: executedHere,
});

export const tomlCommands = skillForm({
  subject: 'command',
  syntax: 'toml',
  reader: iarnaReader(tomlReader('prompt')),
  skill,
  skeleton: ['description = "${1:What it does}"', 'prompt = """', '${2:Do}$0', '"""', ''].join(
    '\n',
  ),
  fields: {
    prompt: {
      summary: 'What is sent to the model.',
      type: { type: 'text', multiline: true },
      otherwise: skipped,
      required: skipped,
      absent: 'Required. The file is silently skipped without it.',
      snippet: ' """\n${1:Do}\n"""',
      role: 'prompt',
      evidence: executedHere,
    },
    description: { ...description, snippet: ' "${1:What it does}"' },
  },
  flaws: { toml: { outcome: 'ignored', reason: 'toml', effect: skipped.effect } },
  evidence: executedHere,
});

const folder = { role: 'owner', id: 'path' } as const;
const ofUser = {
  scope: 'user',
  summary: 'Commands for all projects of a user.',
  evidence: unknown,
} as const;

export const commandLocations: readonly Location[] = (
  [
    ['md', 'command'],
    ['toml', 'toml-command'],
  ] as const
).flatMap(([ending, kind]): readonly Location[] => {
  const place = {
    ...folder,
    glob: `.qwen/commands/**/*.${ending}`,
    ...{ kind, dialect: kind },
  };
  return [
    {
      ...place,
      scope: 'project',
      summary: `Commands, including subfolders: \`git/pr.${ending}\` is called as \`/git:pr\`.`,
      evidence: executedHere,
    },
    { ...place, ...ofUser },
  ];
});
