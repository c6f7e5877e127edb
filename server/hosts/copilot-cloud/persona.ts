// The agent as GitHub's documentation describes it.
import { textOf, type Value } from '../../yaml/value';
import { collectTools } from '../judge/tools/collect-tools';
import { commaNamesIn } from '../judge/tools/comma-names';
import {
  allTools,
  createToolOutcome,
  createToolVerdict,
  personaDefaults,
  type ToolOutcome,
  type Tools,
  type ToolVerdict,
} from '../model/persona';
import { fieldValue, type PersonaBuilder, type PersonaInput } from '../model/persona-builder';
import { toolOf } from './tools';

export const persona: PersonaBuilder = (input) => {
  const textIn = (key: string): string | undefined => textOf(fieldValue(input, key));
  const id = input.place.base.replace(/(?:\.agent)?\.md$/, '');
  const verdicts = commaNamesIn(input.text, fieldValue(input, 'tools')).flatMap(
    ({ text, span }) => {
      const name = text.trim();
      return name === '' ? [] : [createToolVerdict(name, span, 'tools', outcomeOf(name))];
    },
  );
  const written = fieldValue(input, 'tools');
  const hasAll = written === undefined || verdicts.some(({ written: name }) => name === '*');
  const model = textIn('model') || null;
  const isForEditor = textIn('target') === 'vscode';
  return {
    persona: {
      id,
      name: textIn('name') || id,
      description: textIn('description') ?? null,
      model: { written: model, effective: null },
      tools: toolsOf(written, hasAll, verdicts),
      ...personaDefaults,
      userInvocable: !isFalse(input, 'user-invocable'),
      modelInvocable:
        fieldValue(input, 'disable-model-invocation') === undefined
          ? !isFalse(input, 'infer')
          : !isTrue(input, 'disable-model-invocation'),
      prompt: input.agent.prompt.text,
    },
    tools: verdicts,
    depends: hasAll || verdicts.some(({ outcome }) => outcome === 'unverified') ? ['mcp'] : [],
    runs: isForEditor ? false : null,
    ...(isForEditor && { runsNot: '"target" is "vscode", so {host} does not offer this agent.' }),
  };
};

/** The documentation states only what a missing field, a list and a string of names grant. */
function toolsOf(
  value: Value | undefined,
  hasAll: boolean,
  verdicts: readonly ToolVerdict[],
): Tools {
  if (hasAll) return allTools;
  const isNamed = value?.kind === 'list' || (value?.kind === 'text' && value.text.trim() !== '');
  return isNamed ? collectTools(verdicts) : { ...allTools, isUnknown: true };
}

const isTrue = (input: PersonaInput, key: string): boolean => {
  const value = fieldValue(input, key);
  return value?.kind === 'boolean' && value.boolean;
};

const isFalse = (input: PersonaInput, key: string): boolean => {
  const value = fieldValue(input, key);
  return value?.kind === 'boolean' && !value.boolean;
};

function outcomeOf(name: string): ToolOutcome {
  if (name === '*') return createToolOutcome('granted', []);
  const tool = toolOf(name);
  if (tool) return createToolOutcome('granted', [tool]);
  if (tool === null)
    return createToolOutcome('no-effect', [], { effect: '{host} has no such tool.' });
  if (/^(?:github|playwright)\//.test(name)) return createToolOutcome('granted', [name]);
  return createToolOutcome('unverified', [], {
    effect: 'The documentation of {host} does not list this name.',
  });
}
