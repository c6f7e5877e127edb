// The agent as VS Code builds it. Whatever the file says, there is one: what it cannot use it leaves out.
import { entryOf, textOf, type Value } from '../../agent/value';
import type { ContextKey } from '../context';
import type { Persona, PersonaInput, PersonaMaker } from '../persona';
import { claudeModel } from './claude-tools';
import { offeredAs } from './models';
import { resolveTools } from './resolve-tools';

/** Source: the compiled normaliser of VS Code 1.139.1, run over the recorded cases and the corpus. */
export const persona: PersonaMaker = (input) => {
  const { agent, place } = input;
  const claude = place.location.dialect === 'claude';
  const { tools, verdicts, depends } = resolveTools(input, claude);
  const name = scalarOf(input, 'name') ?? place.base;
  const { model, dependsOnModel } = modelOf(input, claude);
  const trusts = fieldOf(input, 'hooks')?.kind === 'map';
  return {
    persona: {
      id: name,
      name,
      description: scalarOf(input, 'description') ?? null,
      model,
      tools,
      permissions: null,
      color: null,
      mode: null,
      userInvocable: flag(input, 'user-invocable') !== false,
      modelInvocable: flag(input, 'infer') ?? flag(input, 'disable-model-invocation') !== true,
      hidden: false,
      prompt: agent.prompt.text,
    },
    tools: verdicts,
    depends: dependsOnModel || trusts ? withOthers(depends, dependsOnModel, trusts) : depends,
    runs: true,
  };
};

function withOthers(
  depends: readonly ContextKey[],
  model: boolean,
  trust: boolean,
): readonly ContextKey[] {
  const all = [...depends];
  if (model) all.push('model');
  if (trust) all.push('trust');
  return all;
}

const fieldOf = ({ agent }: PersonaInput, key: string): Value | undefined =>
  entryOf(agent.fields, key)?.value;

/** Nothing behind a key is an empty text here. */
function scalarOf(input: PersonaInput, key: string): string | undefined {
  const value = fieldOf(input, key);
  if (value?.kind === 'text') return value.text;
  return value?.kind === 'null' ? '' : undefined;
}

/** Quoted or not: only these two words count, and anything else is as if it were not there. */
function flag(input: PersonaInput, key: string): boolean | undefined {
  const word = scalarOf(input, key);
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

interface ChosenModel {
  readonly model: Persona['model'];
  readonly dependsOnModel: boolean;
}

const unnamed: ChosenModel = {
  model: { written: null, effective: 'inherit' },
  dependsOnModel: false,
};

function modelOf(input: PersonaInput, claude: boolean): ChosenModel {
  const value = fieldOf(input, 'model');
  if (!value) return unnamed;
  const listed = value?.kind === 'list' ? value.items.flatMap((item) => textOf(item) ?? []) : null;
  const written = listed ?? scalarOf(input, 'model') ?? null;
  const asked = (written === null ? [] : [written].flat()).filter((name) => name.trim() !== '');
  const [first = ''] = asked;
  // The first that is there is used: whether one behind it is, hangs on those before it.
  const known = claude
    ? asked.map(claudeModel).find((model) => model !== undefined)
    : offeredAs(first, input.context.editorModels);
  const effective = known ?? (claude || asked.length === 0 ? 'inherit' : null);
  return {
    model: { written, effective },
    dependsOnModel: asked.length > 0 && known === undefined,
  };
}
