// The references of an OpenCode 2 agent: agents and skills in its list of rules, or in the maps of a file in the
// OpenCode 1 format.
import { entryOf, type StringValue, textOf } from '../../yaml/value';
import {
  createRuleReference,
  linkedFiles,
  nameTokenOf,
  settled,
} from '../judge/mentions/reference-builders';
import type { Reference } from '../model/companion';
import type { PersonaInput } from '../model/persona-builder';
import { referencesInRules } from '../opencode/references';
import { beyondTools } from './tools';

export const references = (input: PersonaInput): readonly Reference[] =>
  settled(input.text, [
    ...(Object.hasOwn(input.dialect.fields, 'disabled')
      ? inList(input)
      : referencesInRules(input, beyondTools)),
    ...linkedFiles(input),
  ]);

/** The preview uses the action `task` for calling an agent; according to the documentation, the release uses `subagent`. */
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
    return [
      createRuleReference(
        nameTokenOf(resource as StringValue),
        about,
        entryOf(rule.entries, 'effect')?.value,
      ),
    ];
  });
}
