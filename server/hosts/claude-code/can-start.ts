// Whether Claude Code starts an agent whose list of tools grants none.
import type { ToolVerdict } from '../model/persona';
import type { PersonaResult } from '../model/persona-builder';
import type { Denials } from './disallowed-tools';
import type { Name } from './tool-names';

export interface Left {
  readonly names: readonly Name[];
  /** One for each name, in the same order. */
  readonly verdicts: readonly ToolVerdict[];
  readonly added: readonly string[];
  readonly denials: Denials;
}

type Running = Pick<PersonaResult, 'runs' | 'runsNot'>;

export const running: Running = { runs: true, runsNot: undefined };

/** Claude Code refuses an agent if its list grants no tools, unless the list is empty or all its tools were denied by name. */
export function startWithoutTools({
  names,
  verdicts,
  added,
  denials: { removed, accountsFor },
}: Left): Running {
  const unexplained = names
    .map((name, index) => ({ name, verdict: verdicts[index] }))
    .filter(({ name }) => !accountsFor({ base: name.base, written: name.token.text }));
  const missing =
    unexplained.length + added.filter((one) => !accountsFor({ base: one, written: one })).length;
  if (missing === 0) return running;
  // A denied tool remains unavailable even if its server is available.
  const mayExist = unexplained.some(
    ({ name, verdict }) => verdict?.outcome === 'unverified' && !removed.has(name.base),
  );
  if (mayExist)
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
