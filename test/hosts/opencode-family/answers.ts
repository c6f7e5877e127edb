// Converts the recorded answers of OpenCode and Kilo, and our verdicts, to one form so that they can be compared.

import { outlineOf } from '../../../server/agent/outline';
import { placeIn } from '../../../server/hosts/catalog/places';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { splitModel } from '../../../server/hosts/opencode/models';
import { plain } from '../../../server/yaml/value';
import type { Agent } from '../../conformance/oracles/opencode-family/answer';

export type RecordedAgent = Agent;

/** `lost`: an agent without its settings; `broken`: no agent can be listed; `unknown`: only our verdict has it. */
export type Outcome = 'agent' | 'lost' | 'refused' | 'absent' | 'broken' | 'unknown';

export interface Answer {
  readonly outcome: Outcome;
  /** The invalid fields, if the file is refused. */
  readonly faults?: readonly string[];
  readonly agent?: Omit<RecordedAgent, 'native'>;
}

const losesAll: ReadonlySet<string> = new Set([
  'frontmatter-lost',
  'fence-language',
  'leading-text',
]);

/** Our verdict on the text at that path; null if the host does not read that path. */
export function verdictOf(host: Host, text: string, path: string): Verdict | null {
  const place = placeIn(host, path);
  return place && judge(outlineOf(text), place);
}

/**
 * Converts a verdict to the form of the recordings.
 * @param filled returns the prompt after the program has replaced its references.
 */
export function answerOf(
  verdict: Verdict | null,
  filled: (prompt: string) => string = (prompt) => prompt,
): Answer {
  if (!verdict) return { outcome: 'absent' };
  const { outcome, persona } = verdict;
  if (outcome === 'unknown') return { outcome: 'unknown' };
  if (outcome === 'stops-host') {
    // The program checks all values first; a name breaks the list only if all values are valid.
    const faults = faultsOf(verdict);
    return faults.length > 0 ? { outcome: 'refused', faults } : { outcome: 'broken' };
  }
  if (!persona) return { outcome: 'absent' };
  const lost = verdict.flaws.some(({ code }) => losesAll.has(code));
  return { outcome: lost ? 'lost' : 'agent', agent: agentOf(verdict, filled) };
}

export function faultsOf({ fields }: Verdict): string[] {
  const paths = fields
    .filter(({ key }) => key !== 'name')
    .flatMap(({ key, problems }) => problems.map(({ path }) => [key, ...path].join('.')));
  return [...new Set(paths)].sort();
}

function agentOf(
  { persona, fields }: Verdict,
  filled: (prompt: string) => string,
): Answer['agent'] {
  if (!persona) return undefined;
  const dataOf = (key: string): unknown => {
    const field = fields.find((one) => one.key === key);
    return field && field.outcome !== 'refused' ? plain(field.value) : undefined;
  };
  const { model, color, permissions } = persona;
  const options = { ...(dataOf('options') as object | undefined) } as Record<string, unknown>;
  for (const { key, outcome, value } of fields)
    if (outcome === 'passed-on') options[key] = plain(value);
  const split = model.written ? splitModel(String(model.written)) : null;
  return tidy({
    name: persona.id,
    mode: persona.mode ?? '',
    hidden: persona.hidden || dataOf('hidden') === false ? persona.hidden : undefined,
    description: persona.description ?? undefined,
    model: split ? { providerID: split.provider, modelID: split.model } : undefined,
    color: color ?? undefined,
    variant: dataOf('variant') ?? undefined,
    temperature: dataOf('temperature') ?? undefined,
    topP: dataOf('top_p') ?? undefined,
    // An empty `steps` overrides `maxSteps` too.
    steps: fields.some(({ key }) => key === 'steps')
      ? (dataOf('steps') ?? undefined)
      : dataOf('maxSteps'),
    options,
    promptLength: filled(persona.prompt).length,
    ownRules: (permissions ?? []).map(
      ({ permission, pattern, action }) => `${permission} ${withHome(pattern)} ${action}`,
    ),
  }) as Answer['agent'];
}

/** The program inserts the home folder, which was a temporary folder when the answers were recorded. */
const withHome = (pattern: string): string =>
  pattern === '~' || pattern.startsWith('~/')
    ? `<home>${pattern.slice(1)}`
    : pattern.replace(/^\$HOME/, '<home>');

/** The value after a JSON round trip: without undefined properties, negative zero and dates. */
export const tidy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The recorded agent without what does not come from its file. */
export function theirs({ native, ownRules, ...agent }: RecordedAgent): Answer['agent'] {
  const rules = ownRules.map((rule) => rule.replace(/<root>\/home\d+/, '<home>'));
  return tidy({ ...agent, ownRules: rules }) as Answer['agent'];
}
