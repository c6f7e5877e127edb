// The agent as OpenCode builds it: what the file says, laid over the built-in agent of that name where there is one.
import { textOf, type Value } from '../../agent/value';
import type { MadePersona, PersonaInput, PersonaMaker } from '../persona';
import { baseRules, builtinAgent } from './builtin';
import { rulesOf } from './file-rules';
import { models } from './models';
import { nameFromPath } from './names';
import { hides, type Rule } from './rules';
import { toolVerdicts } from './tool-verdicts';
import { permissionOf, toolNames } from './tools';

export const persona: PersonaMaker = (input) => {
  const { agent, place } = input;
  const name = nameOf(input);
  const builtin = builtinAgent(name);
  const permissions = rulesOf(agent.fields);
  const rules: readonly Rule[] = [...rulesBefore(name), ...permissions];
  const mode =
    place.location.dialect === 'mode' ? 'primary' : (text(input, 'mode') ?? builtin?.mode ?? 'all');
  const hidden = flag(input, 'hidden') ?? builtin?.hidden ?? false;
  return {
    persona: {
      id: name,
      name,
      description: text(input, 'description') ?? builtin?.description ?? null,
      model: modelOf(input),
      tools: {
        all: true,
        granted: [],
        // What the file itself takes away; what no agent of one's own has anyway is not repeated.
        denied: toolNames.filter((tool) => takesAway(permissions, rules, permissionOf(tool))),
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
    tools: toolVerdicts(agent.fields, rules),
    depends: [],
    ...running(text(input, 'model')),
  } satisfies MadePersona;
};

const takesAway = (own: readonly Rule[], all: readonly Rule[], permission: string): boolean =>
  hides(own, permission) || (hides(all, permission) && !hides(baseRules, permission));

/** The rules that an agent starts from, before its file adds any: for probing what a file allows. */
export const rulesBefore = (name: string): readonly Rule[] => [
  ...baseRules,
  ...(builtinAgent(name)?.rules ?? []),
];

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

function modelOf(input: PersonaInput): MadePersona['persona']['model'] {
  const written = text(input, 'model') ?? null;
  return { written, effective: written === null ? 'inherit' : models.resolve(written).effective };
}

/** The model is asked for at the first message, and not before. */
function running(model: string | undefined): Pick<MadePersona, 'runs' | 'runsNot'> {
  if (model === undefined) return { runs: true };
  const { outcome, says } = models.resolve(model);
  if (outcome === 'malformed' || outcome === 'retired') return { runs: false, runsNot: says };
  if (outcome === 'foreign' || outcome === 'unlisted') return { runs: null, runsNot: says };
  return { runs: true };
}
