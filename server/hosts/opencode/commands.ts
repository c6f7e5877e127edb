// Commands of OpenCode: a prompt that users start by its name. One wrong type stops the whole program, as in an agent.

import { textOf, type Value } from '../../yaml/value';
import { ignoredHead } from '../judge/skills/skill-flaws';
import { commandFolders, type SkillForm, skillForm } from '../judge/skills/skill-form';
import { asString, usedValue } from '../judge/skills/skill-values';
import type { BodyLanguage } from '../model/body-language';
import { type Evidence, unknown } from '../model/evidence';
import type { Consequence, Field } from '../model/field';
import type { FlawTable } from '../model/flaw-tables';
import type { Reader } from '../model/reading';
import { skillSkeleton } from '../model/skeleton';
import { executedHere } from './evidence';
import { fields as agentFields, refusal } from './fields';
import { flaws } from './flaws';
import { readerWith } from './reader';
import { repair } from './repair';
import { body } from './skills';

/** What differs between the programs of this family. */
interface CommandOptions {
  readonly reader: Reader;
  /** Of agents. */
  readonly agentFields: Readonly<Record<string, Field>>;
  /** What an invalid value does. */
  readonly otherwise: Consequence;
  readonly flaws: FlawTable;
  readonly evidence: Evidence;
  /** What is known of the text. */
  readonly body?: BodyLanguage;
  /** The field "name" has no effect: the path alone is the name. */
  readonly isNamedByPath?: true;
}

const fieldsWith = ({
  agentFields,
  otherwise,
  evidence,
  isNamedByPath,
}: CommandOptions): Readonly<Record<string, Field>> => {
  const strict = { otherwise, evidence } as const;
  const { model, variant } = agentFields;
  return {
    description: {
      ...strict,
      summary: 'What the command does. The list of commands shows it.',
      type: { type: 'text', multiline: true },
      absent: 'None.',
      snippet: ' ${1:What it does}',
      role: 'description',
      isForDisplay: true,
    },
    agent: {
      ...strict,
      summary: 'The agent that runs the command.',
      type: { type: 'text', vocabulary: 'agents' },
      absent: 'The current agent.',
      snippet: ' ${1:build}',
    },
    ...(model && { model: { ...model, ...strict, absent: 'None.' } }),
    ...(variant && { variant: { ...variant, ...strict } }),
    subtask: {
      ...strict,
      summary: 'Whether the command runs in a subagent.',
      type: { type: 'boolean' },
      absent: 'As the agent requires.',
      snippet: ' ${1|true,false|}',
      valueEvidence: unknown,
    },
    ...(!isNamedByPath && {
      name: {
        summary: 'The name by which users call the command.',
        type: { type: 'text', anyScalar: true },
        otherwise: { outcome: 'coerced', effect: '{host} turns it into a string.' },
        empty: 'accepted',
        absent: 'The path below the folder.',
        snippet: ' ${1:name}',
        role: 'name',
        isNeverOffered: true,
        evidence,
      },
    }),
  };
};

function asName(value: Value): string {
  if (value.kind === 'date') return dateName(value.iso);
  const bytes = bytesOf(value);
  if (bytes) return decoded(bytes);
  return value.kind === 'null' ? 'null' : (asString(value) ?? '');
}

/** The text in UTF-8; one replacement character where it is none. */
function decoded(bytes: Uint8Array): string {
  try {
    return decodeURIComponent(
      [...bytes].map((one) => `%${one.toString(16).padStart(2, '0')}`).join(''),
    );
  } catch {
    return '\ufffd';
  }
}

/** The bytes of a value with the tag "!!binary", which is a map whose entries have no place of their own; null for other values. */
function bytesOf(value: Value): Uint8Array | null {
  if (value.kind !== 'map' || value.entries.length === 0) return null;
  const { start, end } = value.span;
  const bytes = value.entries.flatMap(({ keySpan, value: byte }) =>
    keySpan.start === start && keySpan.end === end && byte.kind === 'number' ? [byte.number] : [],
  );
  return bytes.length === value.entries.length ? Uint8Array.from(bytes) : null;
}

/** The string that JavaScript makes of a date where the clock is set to UTC. */
const dateName = (iso: string): string =>
  new Date(iso)
    .toUTCString()
    .replace(
      /^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/,
      '$1 $3 $2 $4 $5 GMT+0000 (Coordinated Universal Time)',
    );

const own = {
  'unclosed-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect: '{host} treats the rest of the file as frontmatter.',
  },
  'early-fence': {
    outcome: 'loads-changed',
    reason: 'fence',
    effect:
      '{host} ends the frontmatter at the first line that begins with three dashes, so the rest of that line becomes part of the text.',
  },
  'frontmatter-lost': {
    outcome: 'loads-changed',
    reason: 'frontmatter-lost',
    effect: '{host} silently ignores the frontmatter and sends the whole file to the model.',
  },
  'not-a-mapping': ignoredHead,
} as const;

/** The commands of a program of this family. */
export const commandsWith = (options: CommandOptions): SkillForm =>
  skillForm({
    subject: 'command',
    ...(options.body && { body: options.body }),
    reader: options.reader,
    skill: ({ fields: judged, place }) => {
      const name = judged.find(({ key, field }) => key === 'name' && field !== undefined)?.value;
      return {
        id: name ? asName(name) : place.below.replace(/\.md$/, ''),
        description: textOf(usedValue(judged, 'description')) ?? null,
        cutAt: null,
        userInvocable: true,
        modelInvocable: 'no',
        paths: [],
      };
    },
    skeleton: skillSkeleton('description: ${1:What it does}'),
    fields: fieldsWith(options),
    flaws: { ...options.flaws, ...own },
    evidence: options.evidence,
  });

export const commands = commandsWith({
  reader: readerWith({ repairText: repair, inspections: [], marksOff: 0 }),
  agentFields,
  otherwise: refusal,
  flaws,
  evidence: executedHere,
  body,
});

export const commandLocations = commandFolders([
  {
    scope: 'project',
    role: 'owner',
    glob: '.opencode/{command,commands}/**/*.md',
    evidence: executedHere,
    summary: 'Commands, including subfolders: `git/pr.md` is called as `/git/pr`.',
  },
  {
    scope: 'user',
    role: 'owner',
    glob: '.config/opencode/{command,commands}/**/*.md',
    evidence: unknown,
    summary: 'Commands for all projects of a user.',
  },
]);
