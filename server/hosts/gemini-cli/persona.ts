// The agent as Gemini CLI builds it.
import { slice } from '../../text/span';
import { type StringValue, textOf } from '../../yaml/value';
import { stringItems } from '../judge/mentions/reference-builders';
import { collectTools } from '../judge/tools/collect-tools';

import { allTools, createToolVerdict, personaDefaults, type Tools } from '../model/persona';
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
  if (value?.kind !== 'list') return { tools: everything, verdicts: [], depends: ['mcp'] };
  const verdicts = stringItems(value).map((item) =>
    createToolVerdict(item.text, nameSpan(input.text, item), 'tools', outcomeOf(item.text)),
  );
  const named = collectTools(verdicts, always);
  const isAll = verdicts.some(({ written }) => written === '*');
  return {
    tools: isAll ? { ...everything, lost: named.lost } : named,
    verdicts,
    depends: isAll || named.unverified.length > 0 ? ['mcp'] : [],
  };
}

/** The span of a name without its quotes. */
function nameSpan(file: string, { text, style, span }: StringValue): StringValue['span'] {
  const isQuoted =
    (style === 'single' || style === 'double') && slice(file, span).slice(1, -1) === text;
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}
