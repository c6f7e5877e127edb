// What an agent of Kilo names that lies elsewhere: as its parent does, and the files that it fills into the prompt.
import { inRules } from '../opencode/mentions';
import type { PersonaInput } from '../persona';
import { linkedFiles, refer, settled } from '../refer';
import type { Reference } from '../reference';
import { kin } from './persona';
import { filledIn } from './references';

export const references = (input: PersonaInput): readonly Reference[] =>
  settled(input.text, [...inRules(input, kin), ...linkedFiles(input), ...files(input)]);

const files = ({ agent, place }: PersonaInput): readonly Reference[] =>
  [...filledIn(agent.prompt.text, place)].flatMap(({ kind, name, span }) => {
    if (kind !== 'file') return [];
    const start = agent.prompt.span.start + span.start + '{file:'.length;
    const named = { text: name, span: { start, end: start + name.length } };
    return [refer(named, { kind: 'file', how: 'uses', path: [] })];
  });
