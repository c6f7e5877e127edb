// The agent as Claude Code builds it.
import { textOf } from '../../agent/value';
import type { ContextKey } from '../context';
import type { MadePersona, PersonaInput, PersonaMaker } from '../persona';
import type { FieldVerdict } from '../verdict';
import { models } from './models';
import { resolveTools } from './resolve-tools';

export const persona: PersonaMaker = (input) => {
  const { agent, place } = input;
  const plugin = place.location.scope === 'plugin';
  const tools = resolveTools(input);
  const name = nameOf(input, plugin);
  const written = textOf(kept(input, 'model')?.value);
  const depends = new Set<ContextKey>(tools.depends);
  if (written !== undefined) depends.add('model');
  return {
    persona: {
      id: plugin ? pluginId(place.path, place.below, name) : name,
      name,
      description: descriptionOf(input, plugin),
      model: {
        written: written ?? null,
        effective: written === undefined ? 'inherit' : models.resolve(written).effective,
      },
      tools: tools.tools,
      permissions: null,
      color: textOf(kept(input, 'color')?.value) ?? null,
      mode: null,
      userInvocable: true,
      modelInvocable: true,
      hidden: false,
      prompt: agent.prompt.text,
    },
    tools: tools.verdicts,
    depends: [...depends],
    runs: tools.runs,
    ...(tools.runsNot !== undefined && { runsNot: tools.runsNot }),
  } satisfies MadePersona;
};

/** A field that reaches the agent. */
const kept = (
  { fields }: PersonaInput,
  role: NonNullable<FieldVerdict['field']>['role'],
): FieldVerdict | undefined =>
  fields.find(
    (field) => field.field?.role === role && (field.fate === 'kept' || field.fate === 'coerced'),
  );

function nameOf(input: PersonaInput, plugin: boolean): string {
  const value = kept(input, 'name')?.value;
  const name =
    textOf(value) ?? (value?.kind === 'number' || value?.kind === 'boolean' ? value.source : '');
  return name === '' && plugin ? input.place.base : name;
}

function descriptionOf(input: PersonaInput, plugin: boolean): string | null {
  const description = textOf(kept(input, 'description')?.value) ?? null;
  // Project files only: there authors paste descriptions that were escaped once too often.
  return plugin ? description : (description?.replaceAll('\\n', '\n') ?? null);
}

/** `plugin:folder:name` */
function pluginId(path: string, below: string, name: string): string {
  const folders = below.split('/').slice(0, -1);
  const root = path.slice(0, path.length - below.length).replace(/\/?agents\/$/, '');
  const plugin = root.slice(root.lastIndexOf('/') + 1);
  return [plugin, ...folders, name].filter((part) => part !== '').join(':');
}
