// The references of a Kilo agent: those of OpenCode, and the files that Kilo inserts into the prompt.

import { createReference, linkedFiles, settled } from '../judge/mentions/reference-builders';
import type { Reference } from '../model/companion';
import type { PersonaInput } from '../model/persona-builder';
import { modelReferences, referencesInRules } from '../opencode/references';
import { beyondTools } from './permission';
import { replacedReferences } from './prompt-references';

export const references = (input: PersonaInput): readonly Reference[] =>
  settled(input.text, [
    ...referencesInRules(input, beyondTools),
    ...modelReferences(input),
    ...linkedFiles(input),
    ...includedFiles(input),
  ]);

const includedFiles = ({ agent, place }: PersonaInput): readonly Reference[] =>
  [...replacedReferences(agent.prompt.text, place)].flatMap(({ kind, name, span }) => {
    if (kind !== 'file') return [];
    const start = agent.prompt.span.start + span.start + '{file:'.length;
    const named = { text: name, span: { start, end: start + name.length } };
    return [createReference(named, { kind: 'file', how: 'uses', path: [] })];
  });
