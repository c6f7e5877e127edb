// The agent as a program of OpenCode's family builds it: what the file says, laid over the built-in agent of that name
// where there is one.
import { textOf, type Value } from '../../agent/value';
import type { MadePersona, PermissionRule, PersonaInput, PersonaMaker } from '../persona';
import { baseRules, builtinAgent } from './builtin';
import { rulesOf } from './file-rules';
import { hidesBeyond, type Kin, rulesBeyondBase, toolNames } from './kin';
import { models } from './models';
import { nameFromPath } from './names';
import { beyondTools } from './permission';
import { hides } from './rules';
import { toolVerdicts } from './tool-verdicts';
import { permissionOf, tools } from './tools';

export const kin: Kin = { tools, models, baseRules, builtin: builtinAgent, beyondTools };

/** Where a member of the family takes the name and the rules of an agent from. */
export interface Sources {
  readonly name: (input: PersonaInput) => string;
  readonly rules: (input: PersonaInput) => readonly PermissionRule[];
}

export const personaWith =
  (kin: Kin, sources: Sources = { name: nameOf, rules: ({ agent }) => rulesOf(agent.fields) }) =>
  (input: PersonaInput): MadePersona => {
    const { agent, place } = input;
    const name = sources.name(input);
    const builtin = kin.builtin(name);
    const permissions = builtin?.deaf ? [] : sources.rules(input);
    const beyond = rulesBeyondBase(kin, name, permissions);
    const mode =
      place.location.dialect === 'mode'
        ? 'primary'
        : (text(input, 'mode') ?? builtin?.mode ?? 'all');
    const hidden = flag(input, 'hidden') ?? builtin?.hidden ?? false;
    // What the file itself takes away; what no agent of one's own has anyway is not repeated.
    const takesAway = (permission: string): boolean =>
      hidesBeyond(kin, beyond, permission) &&
      (hides(permissions, permission) || !hidesBeyond(kin, [], permission));
    return {
      persona: {
        id: name,
        name,
        description: text(input, 'description') ?? builtin?.description ?? null,
        model: modelOf(kin, text(input, 'model') ?? null),
        tools: {
          all: true,
          granted: [],
          denied:
            beyond.length === 0
              ? []
              : toolNames(kin).filter((tool) => takesAway(permissionOf(tool))),
          always: [],
          unverified: [],
          lost: [],
        },
        permissions,
        color: text(input, 'color') ?? null,
        mode,
        userInvocable: !hidden,
        modelInvocable: mode !== 'primary',
        hidden,
        prompt: agent.prompt.text,
      },
      tools: toolVerdicts(kin, agent.fields, beyond),
      depends: [],
      ...running(kin, text(input, 'model')),
    };
  };

export const persona: PersonaMaker = personaWith(kin);

const value = ({ agent }: PersonaInput, key: string): Value | undefined =>
  agent.fields.find((field) => field.key === key)?.value;

const text = (input: PersonaInput, key: string): string | undefined => textOf(value(input, key));

function flag(input: PersonaInput, key: string): boolean | undefined {
  const found = value(input, key);
  return found?.kind === 'boolean' ? found.boolean : undefined;
}

function nameOf(input: PersonaInput): string {
  const written = value(input, 'name');
  if (!written) return nameFromPath(input.place.below);
  return written.kind === 'null' ? 'null' : (textOf(written) ?? nameFromPath(input.place.below));
}

const modelOf = ({ models }: Kin, written: string | null): MadePersona['persona']['model'] => ({
  written,
  effective: written === null ? 'inherit' : models.resolve(written).effective,
});

/** The model is asked for at the first message, and not before. */
function running(
  { models }: Kin,
  model: string | undefined,
): Pick<MadePersona, 'runs' | 'runsNot'> {
  if (model === undefined) return { runs: true };
  const { outcome, says } = models.resolve(model);
  if (outcome === 'malformed' || outcome === 'retired') return { runs: false, runsNot: says };
  if (outcome === 'foreign' || outcome === 'unlisted') return { runs: null, runsNot: says };
  return { runs: true };
}
