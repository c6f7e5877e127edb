// Which tools of MCP servers an agent has by our verdict, for a question that names servers.
import { hasServerTool } from '../../../server/hosts/judge/tools/agent-tools';
import type { Verdict } from '../../../server/hosts/model/verdict';
import type { Facts } from '../facts';
import { namesServed, servedFact } from '../oracles/served-tools';
import type { Question } from '../question';

/** Empty where the agent does not start, or the question names no servers. */
export function served(question: Question, { persona, runs, dialect }: Verdict): Facts {
  if (!persona || runs === false) return {};
  const given = namesServed(question).filter((name) =>
    hasServerTool(persona.tools, name, dialect.tools),
  );
  return servedFact(question, given);
}
