// The agent as Factory Droid starts it.
import { textOf } from '../../yaml/value';
import { collectTools } from '../judge/tools/collect-tools';
import { allTools, createToolVerdict, personaDefaults } from '../model/persona';
import {
  fieldValue,
  type PersonaBuilder,
  type PersonaInput,
  type ResolvedTools,
} from '../model/persona-builder';
import { editToolOf } from './models';
import { categoryIn, namesIn, outcomeOf, outcomeOfCategory } from './tool-names';
import { always } from './tools';

/** Agents that only a mission starts. */
const ofMissions: readonly string[] = ['scrutiny-feature-reviewer', 'user-testing-flow-validator'];

export const persona: PersonaBuilder = (input) => {
  const isLost = input.fields.some(({ otherwise }) => otherwise?.reason === 'frontmatter-lost');
  const textIn = (key: string): string | undefined =>
    isLost ? undefined : textOf(fieldValue(input, key));
  const name = textIn('name') || nameOfFile(input.place.path);
  const model = textIn('model') || null;
  const { tools, verdicts } = isLost ? unlimited : toolsOf(input, model);
  const isOfMission = ofMissions.includes(name);
  return {
    persona: {
      id: name,
      name,
      description: textIn('description') ?? null,
      model: {
        written: model,
        effective: input.dialect.models.resolve(model ?? 'inherit').effective,
      },
      tools,
      ...personaDefaults,
      prompt: input.agent.prompt.text,
    },
    tools: verdicts,
    depends: tools.all || tools.unverified.length > 0 ? ['mcp'] : [],
    runs: !isOfMission,
    ...(isOfMission && { runsNot: '{host} starts an agent with this name only in a mission.' }),
  };
};

/** Without its ending, unless that is the whole name. */
const nameOfFile = (path: string): string =>
  path.slice(path.lastIndexOf('/') + 1).replace(/(.)\.md$/s, '$1');

const unlimited: ResolvedTools = { tools: { ...allTools, always }, verdicts: [] };

function toolsOf(input: PersonaInput, model: string | null): ResolvedTools {
  const value = fieldValue(input, 'tools');
  if (!value) return unlimited;
  const editTool = editToolOf(model ?? '');
  const category = categoryIn(value);
  const names =
    category === null ? namesIn(input.text, value) : [{ text: category, span: value.span }];
  const verdicts = names.map(({ text, span }) =>
    createToolVerdict(
      text,
      span,
      'tools',
      category === null ? outcomeOf(text, editTool) : outcomeOfCategory(category, editTool),
    ),
  );
  return { tools: collectTools(verdicts, always), verdicts };
}
