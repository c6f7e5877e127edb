// Whether a host lets the agent run a command or touch a file that the user enters. Hosts with permission rules are evaluated
// in their own order; for others the answer is what the session decides.

import { hasToolFor, isToolFor } from '../../hosts/judge/tools/has-tool-for';
import { type Decision, together } from '../../hosts/model/permission-evaluator';
import type { ToolPurpose } from '../../hosts/model/tool-purposes';
import { purposesIn } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import type { ProbeAnswer, ProbeKind, ProbePart } from '../../protocol/protocol';
import { joined, type Message, t } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import type { LineOf } from './persona-tools';

const labels: Readonly<Partial<Record<ToolPurpose, Message>>> = {
  'run-command': t('Run command'),
  'change-file': t('Change file'),
  'read-file': t('Read file'),
  'fetch-page': t('Open page'),
  delegate: t('Call agent'),
  'use-skill': t('Use skill'),
};

/** Offered for hosts without permission rules, where the session decides. */
const defaultKinds: readonly (readonly [ToolPurpose, string])[] = [
  ['run-command', 'git push --force'],
  ['change-file', 'src/index.ts'],
];

/** The questions that can be asked for this host. */
export function probeKinds({
  dialect: { evaluator, tools },
}: Verdict): readonly Untranslated<ProbeKind>[] {
  const kinds = evaluator
    ? (Object.entries(evaluator.purposes) as [ToolPurpose, { example: string }][]).map(
        ([purpose, { example }]) => [purpose, example] as const,
      )
    : defaultKinds.filter(([purpose]) => purposesIn(tools)?.[purpose] !== undefined);
  return kinds.flatMap(([purpose, example]) => {
    const label = labels[purpose];
    return label === undefined ? [] : [{ purpose, label, example }];
  });
}

/** Null where there is no agent, the subject is empty, or the host does not offer the question. */
export function probe(
  verdict: Verdict,
  asked: { readonly purpose: string; readonly subject: string },
  lineOf: LineOf,
): Untranslated<ProbeAnswer> | null {
  const { persona } = verdict;
  const purpose = probeKinds(verdict).find((kind) => kind.purpose === asked.purpose)?.purpose as
    | ToolPurpose
    | undefined;
  if (!persona || purpose === undefined || asked.subject.trim() === '') return null;
  return probeAnswer(verdict, purpose, asked.subject, lineOf);
}

/** What the host does with an action of the agent, also where its users are not offered the question. */
export function probeAnswer(
  verdict: Verdict,
  purpose: ToolPurpose,
  subject: string,
  lineOf: LineOf,
): Untranslated<ProbeAnswer> {
  const { persona, dialect, place } = verdict;
  const host = place.host.name;
  if (!persona || !hasToolFor(verdict, purpose))
    return answer('deny', t('The agent has no tool for this in {host}.', { host }));
  const { evaluator, session } = dialect;
  if (evaluator) {
    const decisions = evaluator.evaluate(persona, purpose, subject);
    if (typeof decisions === 'string') return answer('unknown', t(decisions, { host }));
    const parts = decisions.map((decision) => partOf(decision, verdict, lineOf));
    return answer(together(decisions), explanationOf(decisions, purpose, verdict), parts);
  }
  if (!session)
    return answer('unknown', t('The settings of {host} and the session decide.', { host }));
  const { action, effect } = session.of(verdict.fields, purpose);
  const wide = verdict.tools.find(
    ({ wider, names }) =>
      wider !== undefined && names.some((name) => isToolFor(verdict, purpose, name)),
  );
  const sentences = [t(effect, { host })];
  if (wide?.wider !== undefined)
    sentences.push(t('The file lists "{tool}".', { tool: wide.written }), t(wide.wider, { host }));
  return answer(action ?? 'unknown', joined(sentences));
}

const headlines: Readonly<Record<ProbeAnswer['action'], Message>> = {
  allow: t('Allowed.'),
  ask: t('The user is asked.'),
  deny: t('Denied.'),
  unknown: t('Not decided by the file.'),
};

const answer = (
  action: ProbeAnswer['action'],
  explanation: Message,
  parts: readonly Untranslated<ProbePart>[] = [],
): Untranslated<ProbeAnswer> => ({
  action,
  headline: headlines[action],
  explanation: explanation,
  parts,
});

export function partOf(
  { subject, action, rule, of, around }: Decision,
  verdict: Verdict,
  lineOf: LineOf,
): Untranslated<ProbePart> {
  const { persona, place } = verdict;
  const own = of === 'file' ? persona?.permissions?.find((one) => one === rule) : undefined;
  const line = own ? lineOf(own.span.start) : null;
  return {
    subject,
    action,
    rule: rule && `${rule.permission}, ${rule.pattern}: ${rule.action}`,
    source:
      line !== null
        ? t('line {line}', { line: line + 1 })
        : around
          ? t('line {line} of {file}', { line: around.line, file: around.file })
          : rule
            ? t('default rule of {host}', { host: place.host.name })
            : t('no matching rule'),
    line,
  };
}

function explanationOf(
  decisions: readonly Decision[],
  purpose: ToolPurpose,
  { dialect, place }: Verdict,
): Message {
  const { name } = place.host;
  if (decisions.length === 0) return t('{host} does not ask for permission here.', { host: name });
  const how = dialect.evaluator?.purposes[purpose]?.effect;
  const order = dialect.permissionOrder?.effect;
  const sentences = [
    ...[how, order].flatMap((effect) =>
      how === undefined || effect === undefined ? [] : [t(effect, { host: name })],
    ),
    // Rules of the user's configuration are applied after the host's own and before those of the file.
    ...(decisions.some(({ of }) => of === 'host')
      ? [t('Rules in the project or user configuration can change this.')]
      : []),
  ];
  return joined(sentences);
}
