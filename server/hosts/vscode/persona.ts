// The agent as VS Code builds it. There is one for every file, because VS Code ignores what it cannot use.
import { textOf } from '../../yaml/value';
import type { ContextKey } from '../model/context';
import { type Persona, personaDefaults } from '../model/persona';
import { fieldValue, type PersonaBuilder, type PersonaInput } from '../model/persona-builder';
import { modelMappedFrom } from './claude-tools';
import { availableModel } from './models';
import { resolveTools } from './resolve-tools';

/** Source: the compiled normalizer of VS Code 1.139.1, run over the recorded cases and the corpus. */
export const persona: PersonaBuilder = (input) => {
  const { agent, place } = input;
  const claude = place.location.dialect === 'claude';
  const { tools, verdicts, depends } = resolveTools(input, claude);
  const name = scalarOf(input, 'name') ?? place.base;
  const { model, dependsOnModel } = modelOf(input, claude);
  const dependsOnTrust = fieldValue(input, 'hooks')?.kind === 'map';
  return {
    persona: {
      id: name,
      name,
      description: scalarOf(input, 'description') ?? null,
      model,
      tools,
      ...personaDefaults,
      userInvocable: flag(input, 'user-invocable') !== false,
      modelInvocable: flag(input, 'infer') ?? flag(input, 'disable-model-invocation') !== true,
      prompt: agent.prompt.text,
    },
    tools: verdicts,
    depends:
      dependsOnModel || dependsOnTrust ? withOwn(depends, dependsOnModel, dependsOnTrust) : depends,
    runs: true,
  };
};

function withOwn(
  depends: readonly ContextKey[],
  dependsOnModel: boolean,
  dependsOnTrust: boolean,
): readonly ContextKey[] {
  const all = [...depends];
  if (dependsOnModel) all.push('model');
  if (dependsOnTrust) all.push('trust');
  return all;
}

/** A key without a value has the empty string as its value here. */
function scalarOf(input: PersonaInput, key: string): string | undefined {
  const value = fieldValue(input, key);
  if (value?.kind === 'text') return value.text;
  return value?.kind === 'null' ? '' : undefined;
}

/** Only `true` and `false` count, quoted or not; VS Code ignores any other value. */
function flag(input: PersonaInput, key: string): boolean | undefined {
  const word = scalarOf(input, key);
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

interface ChosenModel {
  readonly model: Persona['model'];
  readonly dependsOnModel: boolean;
}

const noModel: ChosenModel = {
  model: { written: null, effective: 'inherit' },
  dependsOnModel: false,
};

function modelOf(input: PersonaInput, claude: boolean): ChosenModel {
  const value = fieldValue(input, 'model');
  if (!value) return noModel;
  const listed = value?.kind === 'list' ? value.items.flatMap((item) => textOf(item) ?? []) : null;
  const written = listed ?? scalarOf(input, 'model') ?? null;
  const requested = (written === null ? [] : [written].flat()).filter((name) => name.trim() !== '');
  const [first = ''] = requested;
  // VS Code uses the first available model, so a later one is used only if all before it are unavailable.
  const known = claude
    ? requested.map(modelMappedFrom).find((model) => model !== undefined)
    : availableModel(first, input.context.editorModels);
  const effective = known ?? (claude || requested.length === 0 ? 'inherit' : null);
  return {
    model: { written, effective },
    dependsOnModel: requested.length > 0 && known === undefined,
  };
}
