// The agent as OpenCode and Kilo build it: the fields of the file, merged over the built-in agent with that name if there
// is one.
import { entryOf, textOf } from '../../yaml/value';
import { shortPath } from '../model/located-file';
import type { ModelVerdict } from '../model/models';
import { allTools, type PermissionRule } from '../model/persona';
import {
  fieldValue,
  type PersonaBuilder,
  type PersonaInput,
  type PersonaResult,
} from '../model/persona-builder';
import type { DefinitionAround } from '../model/tool-settings';
import { availableTools } from '../model/tools';
import { nameFromPath } from './breaking-values';
import { baseRules, builtinAgent } from './built-in-agents';
import { type Family, isHiddenByRules, ruleAround, rulesBeyondBase } from './family';
import { mergedFields, mergedParts, splitBySource } from './merged-fields';
import { beyondTools } from './permission';
import { hides, matches, rulesOf } from './rules';
import { toolVerdicts } from './tool-verdicts';
import { permissionOf } from './tools';

export const family: Family = { baseRules, builtin: builtinAgent, beyondTools };

/** How a program of the family determines the name and the rules of an agent. */
export interface Sources {
  readonly name: (input: PersonaInput) => string;
  readonly rules: (input: PersonaInput) => readonly PermissionRule[];
}

export const personaWith =
  (
    family: Family,
    sources: Sources = { name: nameOf, rules: ({ agent }) => rulesOf(agent.fields) },
  ) =>
  (written: PersonaInput): PersonaResult => {
    const { agent, place, dialect } = written;
    const name = sources.name(written);
    const builtin = family.builtin(name);
    const definition = definitionOf(written, name);
    const merged = definition && mergedFields(agent.fields, definition, family.yields);
    const input = merged ? { ...written, agent: { ...agent, fields: merged } } : written;
    const ownRules = builtin?.deaf ? [] : sources.rules(input);
    const { before, permissions } = splitBySource(ownRules, written, definition);
    const model = text(input, 'model');
    const resolved = model === undefined ? inherited : dialect.models.resolve(model);
    const { runs, runsNot } = runStateOf(resolved);
    // How they combine with the rules of a built-in agent was not asked.
    const around = [...(builtin ? [] : (place.rulesAround?.() ?? [])), ...before];
    const beyond = rulesBeyondBase(family, name, [...around.map(ruleAround), ...permissions]);
    const mode =
      place.location.dialect === 'mode' || place.entry?.key === 'mode' || isMode(definition)
        ? 'primary'
        : (text(input, 'mode') ?? builtin?.mode ?? 'all');
    const hidden = flag(input, 'hidden') ?? builtin?.hidden ?? false;
    // Tools that no custom agent has anyway are listed only if the file denies them itself.
    const isDenied = (permission: string): boolean =>
      isHiddenByRules(family, beyond, permission) &&
      (hides([...around.map(ruleAround), ...permissions], permission) ||
        !isHiddenByRules(family, [], permission));
    const denied =
      beyond.length === 0
        ? []
        : availableTools(dialect.tools).filter((tool) => isDenied(permissionOf(tool)));
    const withoutAround = rulesBeyondBase(family, name, permissions);
    const taken = denied.flatMap((tool) => {
      const permission = permissionOf(tool);
      const by = around.findLast((one) => matches(one.name, permission));
      return !by ||
        by.file === shortPath(place) ||
        isHiddenByRules(family, withoutAround, permission)
        ? []
        : [{ tool, file: by.file, line: by.line }];
    });
    return {
      persona: {
        id: name,
        name: place.entry ? (text(input, 'name') ?? name) : name,
        description: text(input, 'description') ?? builtin?.description ?? null,
        model: { written: model ?? null, effective: resolved.effective },
        tools: { ...allTools, denied, ...(taken.length > 0 && { deniedAround: taken }) },
        permissions,
        ...(around.length > 0 && { permissionsAround: around }),
        ...(definition && mergedParts(written, definition, ownRules)),
        color: text(input, 'color') ?? null,
        mode,
        userInvocable: !hidden,
        modelInvocable: mode !== 'primary',
        hidden,
        prompt: textOf(entryOf(definition?.over ?? [], 'prompt')?.value) ?? agent.prompt.text,
      },
      tools: toolVerdicts({ family, catalog: dialect.tools }, agent.fields, beyond),
      depends: [],
      runs,
      runsNot,
    };
  };

export const persona: PersonaBuilder = personaWith(family);

/** Agents in a configuration under its key for modes override files. */
const isMode = (definition: DefinitionAround | undefined): boolean =>
  (definition?.over.length ?? 0) > 0;

/** What the configuration sets for the agent. Asked for files in the folders of agents only. */
const definitionOf = ({ place }: PersonaInput, name: string): DefinitionAround | undefined =>
  place.entry || place.location.dialect === 'mode'
    ? undefined
    : place.definitionsAround?.().find((one) => one.name === name);

const text = (input: PersonaInput, key: string): string | undefined =>
  textOf(fieldValue(input, key));

function flag(input: PersonaInput, key: string): boolean | undefined {
  const found = fieldValue(input, key);
  return found?.kind === 'boolean' ? found.boolean : undefined;
}

function nameOf(input: PersonaInput): string {
  if (input.place.entry) return input.place.entry.name;
  const written = fieldValue(input, 'name');
  if (!written) return nameFromPath(input.place.below);
  return written.kind === 'null' ? 'null' : (textOf(written) ?? nameFromPath(input.place.below));
}

/** The verdict for a file without a model. */
const inherited: ModelVerdict = { effective: 'inherit', outcome: 'inherits', effect: '' };

type RunState = Pick<PersonaResult, 'runs' | 'runsNot'>;

/** The model is requested at the first message, not when the agent is loaded. */
function runStateOf({ outcome, effect }: ModelVerdict): RunState {
  if (outcome === 'malformed' || outcome === 'retired') return { runs: false, runsNot: effect };
  if (outcome === 'foreign' || outcome === 'unlisted') return { runs: null, runsNot: effect };
  return { runs: true, runsNot: undefined };
}
