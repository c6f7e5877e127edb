// The persona of an agent in Claude Code.
import { plain, textOf } from '../../yaml/value';
import type { ContextKey } from '../model/context';
import type { LocatedFile } from '../model/located-file';
import { personaDefaults } from '../model/persona';
import type { PersonaBuilder, PersonaInput, PersonaResult } from '../model/persona-builder';
import { type FieldsByRole, fieldsByRole } from './fields-by-role';
import { resolveTools } from './resolve-tools';

export const persona: PersonaBuilder = (input) => {
  const { agent, place, dialect } = input;
  const plugin = place.location.scope === 'plugin';
  const parts = fieldsByRole(input.fields);
  const tools = resolveTools(input, parts);
  const name = nameOf(input, parts, plugin);
  const written = textOf(parts.model?.value);
  return {
    persona: {
      id: plugin ? pluginId(place, name) : name,
      name,
      description: descriptionOf(input, parts, plugin),
      model: {
        written: written ?? null,
        effective: written === undefined ? 'inherit' : dialect.models.resolve(written).effective,
      },
      tools: tools.tools,
      ...personaDefaults,
      color: textOf(parts.color?.value) ?? null,
      prompt: agent.prompt.text,
    },
    tools: tools.verdicts,
    depends: written === undefined ? tools.depends : withModel(tools.depends),
    runs: tools.runs,
    runsNot: tools.runsNot,
  } satisfies PersonaResult;
};

const withModel = (depends: readonly ContextKey[]): readonly ContextKey[] =>
  depends.includes('model') ? depends : [...depends, 'model'];

function nameOf({ place }: PersonaInput, parts: FieldsByRole, plugin: boolean): string {
  const value = parts.name?.value;
  if (!plugin) return textOf(value) ?? '';
  const name = value && value.kind !== 'null' ? String(plain(value)) : '';
  return name === '' ? place.base : name;
}

function descriptionOf(input: PersonaInput, parts: FieldsByRole, plugin: boolean): string | null {
  if (plugin) return pluginDescription(input);
  // Claude Code unescapes line breaks in project files only.
  return textOf(parts.description?.value)?.replaceAll('\\n', '\n') ?? null;
}

/** The first of these fields that is not empty. An agent in a plugin always has a description. */
function pluginDescription({ agent, place }: PersonaInput): string {
  for (const key of ['description', 'when_to_use', 'when-to-use']) {
    const value = agent.fields.find((field) => field.key === key)?.value;
    const scalar = value && ['text', 'number', 'boolean'].includes(value.kind);
    const text = scalar ? String(plain(value)).trim() : '';
    if (text !== '') return text;
  }
  return `Agent from ${pluginName(place)} plugin`;
}

/** The name in the manifest, or the name of the folder if the manifest is not known. */
function pluginName({ path, below, named }: LocatedFile): string {
  const name = named?.() ?? null;
  if (name !== null) return name;
  const root = path.slice(0, path.length - below.length).replace(/\/?agents\/$/, '');
  return root.slice(root.lastIndexOf('/') + 1);
}

/** `plugin:folder:name`, or `plugin:name` for a file that the manifest lists. */
function pluginId(place: LocatedFile, name: string): string {
  const folders = place.isListed ? [] : place.below.split('/').slice(0, -1);
  return [pluginName(place), ...folders, name].filter((part) => part !== '').join(':');
}
