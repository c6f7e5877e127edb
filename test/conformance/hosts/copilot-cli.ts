// Our verdict for Copilot CLI in the words of its answers.

import { reserved } from '../../../server/hosts/copilot-cli/fields';
import { eventOf } from '../../../server/hosts/copilot-cli/hooks';
import { copilotCli } from '../../../server/hosts/copilot-cli/host';
import { offeredIn, onlineOnly } from '../../../server/hosts/copilot-cli/tools';
import { defaultContext } from '../../../server/hosts/model/context';
import type { FieldVerdict } from '../../../server/hosts/model/field-verdict';
import type { Host } from '../../../server/hosts/model/host';
import type { Tools } from '../../../server/hosts/model/persona';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { textOf } from '../../../server/yaml/value';
import { type Facts, facts, listed, names, notPredicted, quoted, yesNo } from '../facts';
import type { Question } from '../question';
import { hookFacts } from './hook-facts';
import { pluginFacts } from './plugin-facts';
import { serverFacts } from './server-facts';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

export function copilotCliFacts(question: Question, host: Host = copilotCli): Facts {
  const apart =
    hookFacts(question, host, eventOf) ??
    serverFacts(question, host) ??
    pluginFacts(question, host) ??
    skillFacts(question, host);
  if (apart) return apart;
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona)
    return facts({ agent: 'no', refused: isRejected(verdict) ? undefined : refusedFor(verdict) });
  const unknown = verdict.fields.filter(({ field }) => !field).map(({ key }) => key);
  return facts({
    agent: 'yes',
    name: quoted(persona.name),
    description: quoted(persona.description),
    tools: keptTools(verdict),
    granted: names(grantedBy(verdict, persona.tools, question)),
    models: listed([persona.model.written ?? []].flat()),
    user: yesNo(persona.userInvocable),
    called: yesNo(persona.modelInvocable),
    unknown: unknown.length === 0 ? '(none)' : quoted(unknown.join(', ')),
    prompt: String(persona.prompt.length),
  });
}

const grantedBy = (
  { dialect }: Verdict,
  { all, granted, always }: Tools,
  { context }: Question,
): readonly string[] => {
  const every = offeredIn(dialect.tools).flatMap(({ name }) =>
    (context?.online ?? defaultContext.online) || !onlineOnly.has(name) ? [name] : [],
  );
  return [...(all ? every : granted), ...always];
};

/** The names as the program keeps them: as written, `*` for no limit. Empty ones are in no token. */
const keptTools = ({ tools, fields }: Verdict): string =>
  fields.some(({ key }) => key === 'tools') ? listed(tools.map(({ written }) => written)) : '*';

/** The whole plugin is: then the program reports no agent. */
const isRejected = ({ flaws }: Verdict): boolean =>
  flaws.some(({ code }) => code === 'broken-manifest');

function refusedFor({ flaws, fields, missing }: Verdict): string {
  const broken = flaws.map(({ code }) =>
    /^(?:yaml|duplicate-key|not-a-mapping)$/.test(code) ? 'yaml' : 'fence',
  );
  // The program has no message for a name that it keeps for itself, and does not name it among other faults.
  const isKept = ({ key, value }: FieldVerdict): boolean =>
    key === 'name' && textOf(value) === reserved;
  const wrong = fields
    .filter((field) => field.outcome === 'refused' && !isKept(field))
    .map(({ key }) => key);
  return [...new Set([...broken, ...wrong, ...missing.map(({ key }) => key)])].sort().join(', ');
}
