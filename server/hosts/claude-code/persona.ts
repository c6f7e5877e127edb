// The agent as Claude Code builds it.
import { plain, textOf } from '../../agent/value';
import type { ContextKey } from '../context';
import type { MadePersona, PersonaInput, PersonaMaker } from '../persona';
import type { Place } from '../place';
import { models } from './models';
import { type Parts, partsOf } from './parts';
import { resolveTools } from './resolve-tools';

export const persona: PersonaMaker = (input) => {
  const { agent, place } = input;
  const plugin = place.location.scope === 'plugin';
  const parts = partsOf(input.fields);
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
        effective: written === undefined ? 'inherit' : models.resolve(written).effective,
      },
      tools: tools.tools,
      permissions: null,
      color: textOf(parts.color?.value) ?? null,
      mode: null,
      userInvocable: true,
      modelInvocable: true,
      hidden: false,
      prompt: agent.prompt.text,
    },
    tools: tools.verdicts,
    depends: written === undefined ? tools.depends : withModel(tools.depends),
    runs: tools.runs,
    runsNot: tools.runsNot,
  } satisfies MadePersona;
};

const withModel = (depends: readonly ContextKey[]): readonly ContextKey[] =>
  depends.includes('model') ? depends : [...depends, 'model'];

function nameOf({ place }: PersonaInput, parts: Parts, plugin: boolean): string {
  const value = parts.name?.value;
  if (!plugin) return textOf(value) ?? '';
  const name = value && value.kind !== 'null' ? String(plain(value)) : '';
  return name === '' ? place.base : name;
}

function descriptionOf(input: PersonaInput, parts: Parts, plugin: boolean): string | null {
  if (plugin) return pluginDescription(input);
  // Project files only: there authors paste descriptions that were escaped once too often.
  return textOf(parts.description?.value)?.replaceAll('\\n', '\n') ?? null;
}

/** The first of these that says anything; a plugin's agent never goes without. */
function pluginDescription({ agent, place }: PersonaInput): string {
  for (const key of ['description', 'when_to_use', 'when-to-use']) {
    const value = agent.fields.find((field) => field.key === key)?.value;
    const scalar = value && ['text', 'number', 'boolean'].includes(value.kind);
    const text = scalar ? String(plain(value)).trim() : '';
    if (text !== '') return text;
  }
  return `Agent from ${pluginName(place)} plugin`;
}

/** As its manifest says (seen: not as its folder is called); the folder's where that is not known. */
function pluginName({ path, below, named }: Place): string {
  const name = named?.() ?? null;
  if (name !== null) return name;
  const root = path.slice(0, path.length - below.length).replace(/\/?agents\/$/, '');
  return root.slice(root.lastIndexOf('/') + 1);
}

/** `plugin:folder:name`; `plugin:name` for a file that the manifest lists. */
function pluginId(place: Place, name: string): string {
  const folders = place.isListed ? [] : place.below.split('/').slice(0, -1);
  return [pluginName(place), ...folders, name].filter((part) => part !== '').join(':');
}
