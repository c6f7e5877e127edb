// Whether an agent starts whose list of tools comes to nothing.
import type { MadePersona, ToolVerdict } from '../persona';
import type { Denials } from './denials';
import type { Name } from './tool-names';

export interface Left {
  readonly names: readonly Name[];
  /** One for each name. */
  readonly verdicts: readonly ToolVerdict[];
  readonly added: readonly string[];
  readonly denials: Denials;
}

type Running = Pick<MadePersona, 'runs' | 'runsNot'>;

export const running: Running = { runs: true, runsNot: undefined };

/** A list that resolves to nothing is refused at the start; one that was empty, or emptied by name, runs. */
export function withoutTools({
  names,
  verdicts,
  added,
  denials: { gone, answerFor },
}: Left): Running {
  const unanswered = names
    .map((name, index) => ({ name, verdict: verdicts[index] }))
    .filter(({ name }) => !answerFor({ base: name.base, written: name.token.text }));
  const missing =
    unanswered.length + added.filter((one) => !answerFor({ base: one, written: one })).length;
  if (missing === 0) return running;
  // What is taken away is not there with its server either.
  const open = unanswered.some(
    ({ name, verdict }) => verdict?.outcome === 'unverified' && !gone.has(name.base),
  );
  if (open)
    return {
      runs: null,
      runsNot:
        '{host} starts the agent only if one of its MCP servers is available, because no other tool in the list exists.',
    };
  return {
    runs: false,
    runsNot: '{host} refuses to start the agent because none of the tools in its list exists.',
  };
}
