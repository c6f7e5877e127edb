// Agents as entries of the configuration file: the fields of an agent file, of which `prompt` and `name` mean something else.

import { entryOf, type Value } from '../../yaml/value';
import { problem } from '../judge/check';
import type { FlawOutcome } from '../model/dialect';
import type { Consequence, Field } from '../model/field';
import type { AgentKind } from '../model/host';
import type { PersonaBuilder } from '../model/persona-builder';
import type { FlawCode, Reader, Reading } from '../model/reading';
import type { Inspection } from './breaking-values';
import { executedHere } from './evidence';
import { substituted } from './models';

/** The kind of document that an entry is. @param inspections what breaks the list of agents. */
export const entryKind = (
  { references, sameName }: AgentKind,
  persona: PersonaBuilder,
  inspections: readonly Inspection[],
): AgentKind => ({
  reader: entryReader(inspections),
  syntax: 'json',
  persona,
  ...(references && { references }),
  ...(sameName && { sameName }),
  skeleton: '"${1:name}": {\n  "description": "${2:Use it when}",\n  "prompt": "${3:You are}"\n}',
});

/** Reads an entry, whose strings are used as they are. */
const entryReader =
  (inspections: readonly Inspection[]): Reader =>
  ({ outline, place }): Reading => {
    const { root, fields: written, text } = outline;
    if (!root) return { agents: [], flaws: [] };
    if (root.kind !== 'map')
      return { agents: [], flaws: [{ code: 'not-a-mapping', span: root.span, fatal: true }] };
    const fields = written.filter(({ key }) => key !== '__proto__');
    const prompt = entryOf(fields, 'prompt')?.value;
    const end = { start: text.length, end: text.length };
    const agent = {
      fields,
      prompt:
        prompt?.kind === 'text'
          ? { text: prompt.text, span: { start: prompt.span.start + 1, end: prompt.span.end - 1 } }
          : { text: '', span: end },
      unresolved: new Set(
        fields.flatMap(({ key, value }) =>
          !anyStrings.has(key) && hasSubstitution(value) ? [key] : [],
        ),
      ),
    };
    // The name of the agent is the key of the entry.
    const name = outline.opening ?? end;
    const flaws = inspections
      .flatMap((inspect) => inspect(agent, place))
      .map((flaw) => (flaw.code.startsWith('name-') ? { ...flaw, span: name } : flaw));
    return { agents: [agent], flaws };
  };

/** Fields that take any string. */
const anyStrings: ReadonlySet<string> = new Set(['prompt', 'description', 'name']);

function hasSubstitution(value: Value): boolean {
  if (value.kind === 'text') return substituted.test(value.text);
  if (value.kind === 'list') return value.items.some(hasSubstitution);
  return value.kind === 'map' && value.entries.some((entry) => hasSubstitution(entry.value));
}

type Fields = Readonly<Record<string, Field>> &
  Readonly<Record<'prompt' | 'name' | 'description' | 'color', Field>>;

/** The fields of an entry. @param known those of an agent file. */
export const entryFields = <F extends Fields>(known: F, otherwise: Consequence): F => ({
  ...known,
  description: {
    ...known.description,
    details: 'The documentation calls it required, but the program does not require it.',
  },
  color: {
    ...known.color,
    details: 'A theme color, or six hexadecimal digits. Names such as red or blue are rejected.',
  },
  prompt: {
    summary: 'The system prompt of the agent.',
    type: { type: 'text', multiline: true },
    otherwise,
    absent: 'The prompt of the agent file with that name, or that of the program.',
    snippet: ' ${1:You are}',
    details: '{file:./path} stands for the content of a file, and {env:NAME} for a variable.',
    role: 'prompt',
    evidence: known.prompt.evidence,
  },
  name: {
    ...known.name,
    summary: 'The name that is shown in place of the key.',
    empty: { outcome: 'ignored', effect: '{host} treats an empty value as no value.' },
    absent: 'The key of the agent.',
    details: 'It does not change the key, by which the configuration refers to the agent.',
  },
});

/** The rules of OpenCode 2, which OpenCode 1 recognizes in its configuration only to refuse them. */
export const otherGeneration = (otherwise: Consequence): Field => ({
  summary: 'Permission rules of OpenCode 2. OpenCode 1 rejects them in its configuration.',
  type: { type: 'any' },
  judge: (value) => ({
    outcome: otherwise.outcome,
    problems: [
      problem('value', value, { type: 'only-in', program: 'OpenCode 2', instead: 'permission' }),
    ],
    otherwise,
  }),
  otherwise,
  isNeverOffered: true,
  absent: 'The rules in "permission".',
  evidence: executedHere,
});

/** The flaws that an entry can have. */
export const entryFlaws = (
  { 'name-breaks-host': name, 'value-breaks-host': value, 'name-vanishes': vanishes }: Flaws,
  { file = 'refused', effect }: Consequence,
): Flaws => ({
  ...(name && { 'name-breaks-host': name }),
  ...(value && { 'value-breaks-host': value }),
  ...(vanishes && { 'name-vanishes': vanishes }),
  'not-a-mapping': { outcome: file, reason: 'field', effect },
});

type Flaws = Readonly<Partial<Record<FlawCode, FlawOutcome>>>;
