// Converts the answer of Copilot CLI for a file to facts, both live answers and those recorded for the corpus.
import { type Facts, facts, listed, names, quoted, yesNo } from '../../facts';

export interface Agent {
  readonly id?: string;
  readonly path?: string;
  readonly name: string;
  readonly description: string;
  readonly tools: readonly string[];
  readonly models?: readonly string[];
  /** In versions before the list. */
  readonly model?: string;
  readonly userInvocable: boolean;
  /** Not reported by every version. */
  readonly disableModelInvocation?: boolean;
  readonly prompt?: string;
}

export interface Answer {
  readonly agent: Agent | null;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Tools of the request that its first message makes. */
  readonly granted?: readonly string[];
}

export function answerFacts({ agent, errors, warnings, granted }: Answer): Facts {
  if (!agent) {
    const refused = refusedFor(errors);
    return facts({ agent: 'no', refused: refused === '' ? undefined : refused });
  }
  return facts({
    agent: 'yes',
    name: quoted(agent.name),
    description: quoted(agent.description),
    tools: listed(agent.tools.filter((name) => name !== '')),
    granted: granted && names(granted),
    models: listed(agent.models ?? (agent.model === undefined ? [] : [agent.model])),
    user: yesNo(agent.userInvocable),
    called:
      agent.disableModelInvocation === undefined ? undefined : yesNo(!agent.disableModelInvocation),
    unknown: unknownOf(warnings),
    prompt: agent.prompt === undefined ? undefined : String(agent.prompt.length),
  });
}

/** The fields that it names, `yaml` or `fence`; nothing for a name that it keeps for itself. */
function refusedFor(errors: readonly string[]): string {
  const lines = errors.flatMap((error) => error.replace(/^.*is malformed: /s, '').split('\n'));
  const keys = lines.flatMap((line) => {
    if (/^(?:failed to parse YAML|Expected object, received)/.test(line)) return ['yaml'];
    return /^missing or malformed/.test(line) ? ['fence'] : [/^[\w-]+/.exec(line)?.[0] ?? line];
  });
  return [...new Set(keys)].sort().join(', ');
}

function unknownOf(warnings: readonly string[]): string {
  const found = warnings.flatMap((one) => /unknown fields? ignored: (.*)$/s.exec(one)?.[1] ?? []);
  return found.length === 0 ? '(none)' : quoted(found.join('; '));
}
