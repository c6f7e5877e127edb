// The references of a Kilo agent: those of OpenCode, and the files that Kilo inserts into the prompt.
import { inRules } from '../opencode/mentions';
import type { PersonaInput } from '../persona';
import { linkedFiles, refer, settled } from '../refer';
import type { Reference } from '../reference';
import { kin } from './persona';
import { filledIn } from './references';

export const references = (input: PersonaInput): readonly Reference[] =>
  settled(input.text, [...inRules(input, kin), ...linkedFiles(input), ...includedFiles(input)]);

const includedFiles = ({ agent, place }: PersonaInput): readonly Reference[] =>
  [...filledIn(agent.prompt.text, place)].flatMap(({ kind, name, span }) => {
    if (kind !== 'file') return [];
    const start = agent.prompt.span.start + span.start + '{file:'.length;
    const named = { text: name, span: { start, end: start + name.length } };
    return [refer(named, { kind: 'file', how: 'uses', path: [] })];
  });
