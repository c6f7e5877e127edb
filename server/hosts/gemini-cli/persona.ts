// The agent as Gemini CLI builds it.
import { slice } from '../../text/span';
import { type StringValue, textOf } from '../../yaml/value';
import { stringItems } from '../judge/mentions/reference-builders';
import { collectTools } from '../judge/tools/collect-tools';
import { type DeniedAround, toolsWithout } from '../judge/tools/tools-around';

import {
  allTools,
  createToolOutcome,
  createToolVerdict,
  personaDefaults,
  type Tools,
} from '../model/persona';
import {
  fieldValue,
  type PersonaBuilder,
  type PersonaInput,
  type ResolvedInContext,
} from '../model/persona-builder';
import { models } from './models';
import { outcomeOf } from './tool-names';
import { always } from './tools';

export const persona: PersonaBuilder = (input) => {
  const { agent, place } = input;
  const { tools, verdicts, depends } = toolsOf(input);
  const id = textOf(fieldValue(input, 'name')) ?? place.base;
  const written = textOf(fieldValue(input, 'model')) || null;
  return {
    persona: {
      id,
      name: textOf(fieldValue(input, 'display_name')) || id,
      description: textOf(fieldValue(input, 'description')) ?? null,
      model: { written, effective: models.resolve(written ?? 'inherit').effective },
      tools,
      ...personaDefaults,
      prompt: agent.prompt.text,
    },
    tools: verdicts,
    depends,
    runs: true,
  };
};

const everything: Tools = { ...allTools, always };

function toolsOf(input: PersonaInput): ResolvedInContext {
  const value = fieldValue(input, 'tools');
  const around = deniedAround(input);
  const catalog = input.dialect.tools;
  if (value?.kind !== 'list') {
    const lists = { catalog, listed: [], removed: [], hasAll: true, always };
    return {
      tools: around.length === 0 ? everything : toolsWithout(around, lists),
      ...{ verdicts: [], depends: ['mcp'] },
    };
  }
  const verdicts = stringItems(value).map((item) =>
    createToolVerdict(item.text, nameSpan(input.text, item), 'tools', outcomeOf(item.text)),
  );
  const named = collectTools(verdicts, always);
  const isAll = verdicts.some(({ written }) => written === '*');
  const own = isAll ? { ...everything, lost: named.lost } : named;
  const lists = { catalog, listed: verdicts, removed: [], hasAll: isAll, always };
  return {
    tools: around.length === 0 ? own : toolsWithout(around, lists),
    verdicts,
    depends: isAll || named.unverified.length > 0 ? ['mcp'] : [],
  };
}

const nowhere = { start: 0, end: 0 };

/** What the settings of the project take. */
const deniedAround = ({ place }: PersonaInput): readonly DeniedAround[] =>
  (place.rulesAround?.() ?? []).map((by) => ({
    verdict: createToolVerdict(by.name, nowhere, '', createToolOutcome('denied', [by.name])),
    by,
  }));

/** The span of a name without its quotes. */
function nameSpan(file: string, { text, style, span }: StringValue): StringValue['span'] {
  const isQuoted =
    (style === 'single' || style === 'double') && slice(file, span).slice(1, -1) === text;
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}
