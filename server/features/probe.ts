// What a host makes of one act of the agent, asked by a person: this command, this file. By the host's own order where it
// has rules, and said to be the session's where the file does not decide.
import type { Deed } from '../hosts/deeds';
import type { Verdict } from '../hosts/verdict';
import { type Ruling, together } from '../hosts/weighing';
import type { ProbeAnswer, ProbeKind, ProbePart } from '../protocol';
import { render } from '../text/message';
import type { LineOf } from './persona-tools';

const labels: Readonly<Partial<Record<Deed, string>>> = {
  'run-command': 'Run command',
  'change-file': 'Change file',
  'read-file': 'Read file',
  'fetch-page': 'Open page',
  delegate: 'Call agent',
  'use-skill': 'Use skill',
};

/** Where a host has no rules of its own on these, what its session decides on is worth asking all the same. */
const usual: readonly (readonly [Deed, string])[] = [
  ['run-command', 'git push --force'],
  ['change-file', 'src/index.ts'],
];

/** What may be asked of this host. */
export function probeKinds({ dialect: { weighing, tools } }: Verdict): readonly ProbeKind[] {
  const kinds = weighing
    ? (Object.entries(weighing.deeds) as [Deed, { example: string }][]).map(
        ([deed, { example }]) => [deed, example] as const,
      )
    : usual.filter(([deed]) => tools.deeds?.[deed] !== undefined);
  return kinds.flatMap(([deed, example]) => {
    const label = labels[deed];
    return label === undefined ? [] : [{ deed, label, example }];
  });
}

/** Null where there is no agent, nothing was asked, or the deed is none. */
export function probe(
  verdict: Verdict,
  asked: { readonly deed: string; readonly subject: string },
  lineOf: LineOf,
): ProbeAnswer | null {
  const { persona, dialect, place } = verdict;
  const deed = probeKinds(verdict).find((kind) => kind.deed === asked.deed)?.deed as
    | Deed
    | undefined;
  if (!persona || deed === undefined || asked.subject.trim() === '') return null;
  const host = place.host.name;
  if (!hasToolFor(verdict, deed))
    return answer('deny', `The agent has no tool for it, so ${host} is never asked.`);
  const { weighing, session } = dialect;
  if (weighing) {
    const rulings = weighing.weigh(persona, deed, asked.subject);
    if (typeof rulings === 'string') return answer('unknown', render(rulings, { host }));
    const parts = rulings.map((ruling) => partOf(ruling, verdict, lineOf));
    return answer(together(rulings), saysOf(rulings, deed, verdict), parts);
  }
  if (!session)
    return answer('unknown', `What ${host} asks for is set in the editor or the session.`);
  const { action, effect } = session.of(verdict.fields, deed);
  const wide = verdict.tools.find(
    ({ wider, names }) => wider !== undefined && names.some((name) => does(verdict, deed, name)),
  );
  const warning = wide?.wider ? ` "${wide.written}": ${render(wide.wider, { host })}` : '';
  return answer(action ?? 'unknown', `${render(effect, { host })}${warning}`);
}

const headlines: Readonly<Record<ProbeAnswer['action'], string>> = {
  allow: 'Allowed.',
  ask: 'The person is asked.',
  deny: 'Denied.',
  unknown: 'The file does not decide.',
};

const answer = (
  action: ProbeAnswer['action'],
  says: string,
  parts: readonly ProbePart[] = [],
): ProbeAnswer => ({ action, headline: headlines[action], says, parts });

const does = ({ dialect: { tools } }: Verdict, deed: Deed, name: string): boolean =>
  tools.deeds?.[deed]?.includes(name) ?? false;

/** A host that gives every tool takes some away by name; else it gives those it names. */
function hasToolFor(verdict: Verdict, deed: Deed): boolean {
  const { persona, dialect } = verdict;
  if (!persona) return false;
  const { all, granted, denied, always } = persona.tools;
  const has = (name: string): boolean => does(verdict, deed, name);
  if (granted.some(has) || always.some(has)) return true;
  if (!all) return false;
  const [first] = dialect.tools.deeds?.[deed] ?? [];
  return first !== undefined && !denied.includes(first) && !dialect.weighing?.hides(persona, first);
}

function partOf(
  { subject, action, rule, of }: Ruling,
  verdict: Verdict,
  lineOf: LineOf,
): ProbePart {
  const { persona, place } = verdict;
  const own = of === 'file' ? persona?.permissions?.find((one) => one === rule) : undefined;
  const line = own ? lineOf(own.span.start) : null;
  return {
    subject,
    action,
    rule: rule && `${rule.permission}, ${rule.pattern}: ${rule.action}`,
    by:
      line !== null
        ? `line ${line + 1}`
        : rule
          ? `a rule of ${place.host.name} for this agent`
          : 'no rule speaks of it',
    line,
  };
}

function saysOf(rulings: readonly Ruling[], deed: Deed, { dialect, place }: Verdict): string {
  const { name } = place.host;
  if (rulings.length === 0) return `${name} asks for no permission here.`;
  const how = dialect.weighing?.deeds[deed]?.effect;
  const order = dialect.permissionOrder?.effect;
  const sentences = [
    ...[how, order].flatMap((effect) =>
      how === undefined || effect === undefined ? [] : [render(effect, { host: name })],
    ),
    // Between the program's own rules and the file's come those of the person's configuration.
    ...(rulings.some(({ of }) => of === 'host')
      ? ['Rules in the configuration of the project or the person may say otherwise.']
      : []),
  ];
  return sentences.join(' ');
}
