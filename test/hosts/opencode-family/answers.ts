// What a program of OpenCode's family did with a text, as it was recorded, and the same of ours, in one form to compare.
import { outlineOf } from '../../../server/agent/outline';
import { plain } from '../../../server/agent/value';
import type { Host } from '../../../server/hosts/host';
import { judge } from '../../../server/hosts/judge';
import { splitModel } from '../../../server/hosts/opencode/models';
import { placeIn } from '../../../server/hosts/places';
import type { Verdict } from '../../../server/hosts/verdict';

export interface RecordedAgent {
  readonly name: string;
  readonly mode: string;
  readonly native: boolean;
  readonly hidden?: boolean;
  readonly description?: string;
  readonly model?: { readonly providerID: string; readonly modelID: string };
  readonly color?: string;
  readonly variant?: string;
  readonly temperature?: number;
  readonly topP?: number;
  readonly steps?: number;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly promptLength?: number;
  readonly ownRules: readonly string[];
}

/** `lost` is an agent whose settings were lost; `broken`: no agent can be listed; `unknown` is ours alone. */
export type Outcome = 'agent' | 'lost' | 'refused' | 'absent' | 'broken' | 'unknown';

export interface Answer {
  readonly outcome: Outcome;
  /** Fields at fault, where the file is refused. */
  readonly faults?: readonly string[];
  readonly agent?: Omit<RecordedAgent, 'native'>;
}

const losesAll: ReadonlySet<string> = new Set([
  'frontmatter-lost',
  'fence-language',
  'leading-text',
]);

/** Our verdict on the text at that path; null where the host does not look there. */
export function verdictOf(host: Host, text: string, path: string): Verdict | null {
  const place = placeIn(host, path);
  return place && judge(outlineOf(text), place);
}

/**
 * A verdict in the words of the recordings.
 * @param filled what the program makes of a prompt when it is filled in.
 */
export function answerOf(
  verdict: Verdict | null,
  filled: (prompt: string) => string = (prompt) => prompt,
): Answer {
  if (!verdict) return { outcome: 'absent' };
  const { fate, persona } = verdict;
  if (fate === 'unknown') return { outcome: 'unknown' };
  if (fate === 'stops-host') {
    // A wrong value is met first; a name that cannot be listed only when all values are right.
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
  const held = (key: string): unknown => {
    const field = fields.find((one) => one.key === key);
    return field && field.fate !== 'refused' ? plain(field.value) : undefined;
  };
  const { model, color, permissions } = persona;
  const options = { ...(held('options') as object | undefined) } as Record<string, unknown>;
  for (const { key, fate, value } of fields) if (fate === 'passed-on') options[key] = plain(value);
  const split = model.written ? splitModel(String(model.written)) : null;
  return tidy({
    name: persona.id,
    mode: persona.mode ?? '',
    hidden: persona.hidden || held('hidden') === false ? persona.hidden : undefined,
    description: persona.description ?? undefined,
    model: split ? { providerID: split.provider, modelID: split.model } : undefined,
    color: color ?? undefined,
    variant: held('variant') ?? undefined,
    temperature: held('temperature') ?? undefined,
    topP: held('top_p') ?? undefined,
    // An empty one counts too, and says nothing.
    steps: fields.some(({ key }) => key === 'steps')
      ? (held('steps') ?? undefined)
      : held('maxSteps'),
    options,
    promptLength: filled(persona.prompt).length,
    ownRules: (permissions ?? []).map(
      ({ permission, pattern, action }) => `${permission} ${atHome(pattern)} ${action}`,
    ),
  }) as Answer['agent'];
}

/** The program puts the home folder in; the recordings have a folder of the run in its place. */
const atHome = (pattern: string): string =>
  pattern === '~' || pattern.startsWith('~/')
    ? `<home>${pattern.slice(1)}`
    : pattern.replace(/^\$HOME/, '<home>');

/** Without what is undefined, and in the form of JSON: no minus zero, no dates. */
export const tidy = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The recorded agent without what its own file did not bring. */
export function theirs({ native, ownRules, ...agent }: RecordedAgent): Answer['agent'] {
  const rules = ownRules.map((rule) => rule.replace(/<root>\/home\d+/, '<home>'));
  return tidy({ ...agent, ownRules: rules }) as Answer['agent'];
}
