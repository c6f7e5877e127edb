// The agent as Grok Build builds it.

import type { Sentence } from '../../text/message';
import { entryOf } from '../../yaml/value';
import { agentTools, verdictsOn } from '../judge/tools/agent-tools';
import { personaDefaults, type ToolOutcome, type Tools, type ToolVerdict } from '../model/persona';
import {
  fieldValue,
  type PersonaBuilder,
  type PersonaInput,
  type ResolvedTools,
} from '../model/persona-builder';
import { sourceOf } from './scalars';
import { namesIn, outcomeOf, outcomeOfDenial } from './tool-names';
import { always, injected, withoutDelegation } from './tools';

export const persona: PersonaBuilder = (input) => {
  const file = nameOfFile(input.place.path);
  const { tools, verdicts } = toolsOf(input);
  const model = fieldValue(input, 'model');
  const written = (model && model.kind !== 'null' && sourceOf(model)) || null;
  const runsNot = missingTools(tools);
  return {
    persona: {
      id: file,
      name: textIn(input, 'name') ?? file,
      description: textIn(input, 'description') ?? null,
      model: {
        written,
        effective: input.dialect.models.resolve(written ?? 'inherit').effective,
      },
      tools,
      ...personaDefaults,
      prompt: input.agent.prompt.text,
    },
    tools: verdicts,
    depends: ['mcp'],
    runs: runsNot === null,
    ...(runsNot !== null && { runsNot }),
  };
};

/** The name by which the agent is started: the file name without its last extension. */
function nameOfFile(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/\.[^.]*$/, '');
}

const textIn = ({ agent }: PersonaInput, key: string): string | undefined =>
  sourceOf(entryOf(agent.fields, key)?.value);

const isUnknown = ({ outcome, why }: ToolVerdict): boolean =>
  outcome === 'lost' && why === 'unknown';

function toolsOf(input: PersonaInput): ResolvedTools {
  const verdictsIn = (key: string, outcome: (name: string) => ToolOutcome) =>
    verdictsOn(namesIn(input.text, fieldValue(input, key)), key, outcome);
  const listed = verdictsIn('tools', outcomeOf);
  const removed = verdictsIn('disallowedTools', outcomeOfDenial);
  const isVoid = listed.some(isUnknown);
  const hasAll = listed.length === 0 || isVoid;
  // An ignored list still decides whether the agent can start others.
  const startsNone = isVoid && !listed.some(({ names }) => names.includes('task'));
  const inject = fieldValue(input, 'injectDefaultTools');
  const missing = [
    ...(startsNone ? withoutDelegation : []),
    ...(inject?.kind === 'boolean' && !inject.boolean ? injected : []),
  ];
  const { tools: catalog } = input.dialect;
  return {
    // An agent without a limit has these among all others.
    tools: agentTools({
      ...{ catalog, listed, removed, hasAll, missing },
      always: hasAll ? [] : always,
    }),
    verdicts: [...listed, ...removed],
  };
}

/** Why no session can start with these tools, of which some need others; null where one can. */
function missingTools({ all, granted, denied }: Tools): Sentence | null {
  const has = (name: string): boolean => (all ? !denied.includes(name) : granted.includes(name));
  if (has('search_replace') && !has('read_file'))
    return '{host} does not start an agent that can change files but not read them. Add "read_file".';
  if (has('enter_plan_mode') !== has('exit_plan_mode'))
    return '{host} does not start an agent with only one of "enter_plan_mode" and "exit_plan_mode".';
  const isManaged = ['kill_task', 'get_task_output'].every(has);
  const plans = ['scheduler_create', 'scheduler_delete', 'scheduler_list'].filter(has).length;
  return (has('task') && !isManaged) || (plans > 0 && plans < 3)
    ? '{host} does not start an agent without one of the tools that its other tools need.'
    : null;
}
