// Agents as tables of the configuration, `[agents.NAME]`. A table has three keys. Everything else of the agent is in the file that
// it may name, which is read like a file in the folder of agents, except that nothing is required there.
import { configurationRoot, entriesBelow } from '../../agent/entry-outline';
import { entryOf, textOf } from '../../yaml/value';
import { createReference, settled } from '../judge/mentions/reference-builders';
import type { Reference } from '../model/companion';
import type { Dialect } from '../model/dialect';
import type { Consequence, Field } from '../model/field';
import type { AgentKind } from '../model/host';
import type { GivenFields } from '../model/located-file';
import { fieldValue, type PersonaInput } from '../model/persona-builder';
import type { Reader, Reading } from '../model/reading';
import { configFile, inFolder } from './companions';
import { executedHere } from './evidence';
import { fields as fieldsOfFile } from './fields';
import { judgeNonEmpty, refused } from './judges';
import { dateAsText } from './reader';

/** The key that names the file of a table. */
const fileKey = 'config_file';

export const stopped: Consequence = {
  outcome: 'refused',
  file: 'stops-host',
  effect: '{host} does not start.',
};

/** Keys of a role file that authors may expect here. */
const ineffective = [
  'name',
  'developer_instructions',
  'model',
  'model_reasoning_effort',
  'sandbox_mode',
  'approval_policy',
] as const;

const onlyInFile = ({ role, governs }: Field): Field => ({
  summary: 'Not used in a table: it belongs in the file that "config_file" names.',
  type: { type: 'any' },
  otherwise: refused,
  noEffect: '{host} reads it only in the file that "config_file" names. Move it to such a file.',
  absent: 'The value in that file, or that of the session.',
  isNeverOffered: true,
  ...(role === 'prompt' && { role }),
  ...(governs && { governs }),
  evidence: executedHere,
});

const known = fieldsOfFile as Readonly<
  Record<'description' | 'nickname_candidates' | (typeof ineffective)[number], Field>
>;

const fields: Readonly<Record<string, Field>> = {
  description: {
    ...withoutCondition(known.description),
    otherwise: stopped,
    // The file may have one.
    requiredWithout: fileKey,
    absent: 'Required, unless the file in "config_file" has one. The agent is ignored without it.',
  },
  [fileKey]: {
    summary: 'The file with the prompt and the settings of the agent.',
    type: { type: 'text' },
    judge: judgeNonEmpty,
    otherwise: stopped,
    absent: 'An agent with the prompt and the settings of the session.',
    snippet: ' "agents/${1:name}.toml"',
    details:
      'Relative to the folder of this file. If the file has a name or a description, they replace those of the table.',
    evidence: executedHere,
  },
  nickname_candidates: { ...known.nickname_candidates, otherwise: stopped },
  ...Object.fromEntries(ineffective.map((key) => [key, onlyInFile(known[key])])),
};

/** @param file the dialect of files, whose vocabularies are the same. */
export const tableDialect = (file: Dialect): Dialect => ({
  ...file,
  fields,
  unknownField: {
    outcome: 'ignored',
    effect: '{host} ignores it.',
    meant: {
      file: fileKey,
      'config-file': fileKey,
      configFile: fileKey,
      nicknames: 'nickname_candidates',
    },
    evidence: executedHere,
  },
  flaws: {},
});

const reader: Reader = ({ outline }): Reading => {
  const { fields: written, text, root } = outline;
  if (root?.kind !== 'map') return { agents: [], flaws: [] };
  const end = { start: text.length, end: text.length };
  const agent = { fields: dateAsText(written), prompt: { text: '', span: end } };
  return { agents: [agent], flaws: [] };
};

const references = (input: PersonaInput): readonly Reference[] => {
  const value = fieldValue(input, fileKey);
  return value?.kind === 'text'
    ? settled(input.text, [createReference(value, { kind: 'file', how: 'uses', path: [fileKey] })])
    : [];
};

/**
 * A file that a table names has the name of the table and its description, unless it has its own, and it needs no prompt.
 * @param below its path below the folder of agents.
 */
export function givenByTable(text: string, below: string): GivenFields | null {
  const table = entriesBelow(configurationRoot(text, configFile), 'agents').find(
    ({ value }) =>
      value.kind === 'map' &&
      inFolder.exec(textOf(entryOf(value.entries, fileKey)?.value) ?? '')?.[1] ===
        `agents/${below}`,
  );
  if (table?.value.kind !== 'map') return null;
  const description = textOf(entryOf(table.value.entries, 'description')?.value)?.trim();
  return {
    name: table.key,
    developer_instructions: '',
    ...(description && { description }),
  };
}

/** @param file the kind of files, whose names count as those of tables do. */
export const tableKind = ({ persona, sameName }: AgentKind): AgentKind => ({
  reader,
  syntax: 'toml',
  persona,
  references,
  ...(sameName && { sameName }),
  skeleton: '[agents.${1:name}]\ndescription = "${2:Use it when}"\n',
});

function withoutCondition({ requiredUnless: _, ...field }: Field): Field {
  return field;
}
