// The agent as a program of OpenCode's family builds it: what the file says, laid over the built-in agent of that name
// where there is one.
import { textOf, type Value } from '../../agent/value';
import type { ModelVerdict } from '../models';
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
    const written = text(input, 'model');
    const model = written === undefined ? inherited : kin.models.resolve(written);
    const { runs, runsNot } = running(model);
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
        model: { written: written ?? null, effective: model.effective },
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
      runs,
      runsNot,
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

/** No model is written: there is nothing to go wrong. */
const inherited: ModelVerdict = { effective: 'inherit', outcome: 'inherits', effect: '' };

type Running = Pick<MadePersona, 'runs' | 'runsNot'>;

/** The model is asked for at the first message, and not before. */
function running({ outcome, effect }: ModelVerdict): Running {
  if (outcome === 'malformed' || outcome === 'retired') return { runs: false, runsNot: effect };
  if (outcome === 'foreign' || outcome === 'unlisted') return { runs: null, runsNot: effect };
  return { runs: true, runsNot: undefined };
}
