// The agent as Grok Build builds it.

import type { Message } from '../../text/message';
import { entryOf } from '../../yaml/value';
import { collectTools } from '../judge/collect-tools';
import { createToolVerdict, personaDefaults, type Tools, type ToolVerdict } from '../model/persona';
import { fieldValue, type PersonaBuilder, type PersonaInput } from '../model/persona-builder';
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

interface Resolved {
  readonly tools: Tools;
  readonly verdicts: readonly ToolVerdict[];
}

const isUnknown = ({ outcome, why }: ToolVerdict): boolean =>
  outcome === 'lost' && why === 'unknown';

function toolsOf(input: PersonaInput): Resolved {
  const listed = namesIn(input.text, fieldValue(input, 'tools')).map(({ text, span }) =>
    createToolVerdict(text, span, 'tools', outcomeOf(text)),
  );
  const removed = namesIn(input.text, fieldValue(input, 'disallowedTools')).map(({ text, span }) =>
    createToolVerdict(text, span, 'disallowedTools', outcomeOfDenial(text)),
  );
  const verdicts = [...listed, ...removed];
  const denied = removed.flatMap(({ outcome, names }) => (outcome === 'denied' ? names : []));
  const named = collectTools(listed);
  const isVoid = listed.some(isUnknown);
  const inject = fieldValue(input, 'injectDefaultTools');
  const missingDefaults = inject?.kind === 'boolean' && !inject.boolean ? injected : [];
  if (listed.length === 0 || isVoid) {
    // An ignored list still decides whether the agent can start others.
    const startsNone = isVoid && !named.granted.includes('task');
    const missing = [...denied, ...(startsNone ? withoutDelegation : []), ...missingDefaults];
    return {
      tools: { ...named, all: true, granted: [], unverified: [], denied: [...new Set(missing)] },
      verdicts,
    };
  }
  const without = [...denied, ...missingDefaults];
  const isLeft = (name: string): boolean => !without.includes(name);
  return {
    tools: {
      ...named,
      granted: named.granted.filter(isLeft),
      denied: [...new Set(denied)],
      always: always.filter(isLeft),
    },
    verdicts,
  };
}

/** Why no session can start with these tools, of which some need others; null where one can. */
function missingTools({ all, granted, denied }: Tools): Message | null {
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
