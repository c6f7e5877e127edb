// What an agent of OpenCode 2 names that lies elsewhere: agents and skills in its list of rules, or in a file that is read
// in the old way in its maps.
import { entryOf, type TextValue, textOf } from '../../agent/value';
import { inRules } from '../opencode/mentions';
import type { PersonaInput } from '../persona';
import { linkedFiles, namedBy, ruleOn, settled } from '../refer';
import type { Reference } from '../reference';
import { kin } from './persona';

export const references = (input: PersonaInput): readonly Reference[] =>
  settled(input.text, [
    ...(Object.hasOwn(input.dialect.fields, 'disabled') ? inList(input) : inRules(input, kin)),
    ...linkedFiles(input),
  ]);

/** The preview was seen with the old word for starting an agent; the release is said to have the other. */
const kinds: ReadonlyMap<string | undefined, Reference['kind']> = new Map([
  ['task', 'agent'],
  ['subagent', 'agent'],
  ['skill', 'skill'],
]);

function inList({ agent }: PersonaInput): readonly Reference[] {
  const list = entryOf(agent.fields, 'permissions')?.value;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((rule, index) => {
    if (rule.kind !== 'map') return [];
    const action = entryOf(rule.entries, 'action')?.value;
    const resource = entryOf(rule.entries, 'resource')?.value;
    const kind = kinds.get(textOf(action));
    if (kind === undefined || textOf(resource) === undefined) return [];
    const about = { kind, path: ['permissions', index, 'resource'] };
    return [ruleOn(namedBy(resource as TextValue), about, entryOf(rule.entries, 'effect')?.value)];
  });
}
