// The agent as Qwen Code builds it.
import { entryOf, textOf } from '../../yaml/value';
import { verdictsOn } from '../judge/tools/agent-tools';
import { commaNamesIn } from '../judge/tools/comma-names';
import { toolsWithout } from '../judge/tools/tools-around';

import { createToolVerdict, personaDefaults, type ToolOutcome } from '../model/persona';
import {
  fieldValue,
  type PersonaBuilder,
  type PersonaInput,
  type ResolvedInContext,
} from '../model/persona-builder';
import { models } from './models';
import { stringOf } from './scalars';
import { outcomeOf, outcomeOfDenial } from './tool-names';

export const persona: PersonaBuilder = (input) => {
  const { agent, place } = input;
  const name = stringIn(input, 'name') ?? place.base;
  const model = modelOf(input);
  const color = input.fields.find(({ key, outcome }) => key === 'color' && outcome === 'kept');
  const { tools, verdicts, depends } = toolsOf(input);
  return {
    persona: {
      id: name,
      name,
      description: stringIn(input, 'description') ?? null,
      model: { written: model, effective: models.resolve(model ?? 'inherit').effective },
      tools,
      ...personaDefaults,
      color: textOf(color?.value) ?? null,
      prompt: agent.prompt.text,
    },
    tools: verdicts,
    depends,
    runs: true,
  };
};

/** The model in `model`, or in the older `modelConfig`. */
function modelOf(input: PersonaInput): string | null {
  const written = stringIn(input, 'model');
  if (written !== undefined && written !== '') return written;
  const older = fieldValue(input, 'modelConfig');
  return (older?.kind === 'map' ? textOf(entryOf(older.entries, 'model')?.value) : null) ?? null;
}

function toolsOf(input: PersonaInput): ResolvedInContext {
  const verdictsIn = (key: string, outcome: (name: string) => ToolOutcome) =>
    verdictsOn(commaNamesIn(input.text, fieldValue(input, key)), key, outcome);
  const listed = verdictsIn('tools', outcomeOf);
  const removed = verdictsIn('disallowedTools', outcomeOfDenial);
  const hasAll = listed.length === 0 || listed.some(({ written }) => written === '*');
  const around = (input.place.rulesAround?.() ?? []).map((by) => ({
    verdict: createToolVerdict(by.name, nowhere, '', outcomeOfDenial(by.name)),
    by,
  }));
  const tools = toolsWithout(around, { catalog: input.dialect.tools, listed, removed, hasAll });
  return {
    tools,
    verdicts: [...listed, ...removed],
    depends: hasAll || tools.unverified.length > 0 ? ['mcp'] : [],
  };
}

const nowhere = { start: 0, end: 0 };

function stringIn(input: PersonaInput, key: string): string | undefined {
  const value = fieldValue(input, key);
  return value === undefined || value.kind === 'null' ? undefined : (stringOf(value) ?? undefined);
}
