// Whether an agent can do five things by itself that are hard to undo or that leave the project, for the first part of the preview.
// Where several ways lead to one of them, the most permissive counts. What cannot be predicted is shown as unknown.

import { hasToolFor } from '../../hosts/judge/tools/has-tool-for';
import { agentDialects } from '../../hosts/model/dialect';
import { isDocumentedOnly } from '../../hosts/model/host';
import type { ToolPurpose } from '../../hosts/model/tool-purposes';
import { purposesIn, type ToolCatalog } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import type { RiskCard } from '../../protocol/protocol';
import { type Message, type Text, t } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import type { LineOf } from './persona-tools';
import { partOf, probeAnswer } from './probe';

interface Way {
  readonly purpose: ToolPurpose;
  /** Null: any place outside of the project. */
  readonly subject: string | null;
  /** Changes nothing, so that a session may allow it where it asks for other commands. */
  readonly isReading?: true;
  /** Whether the tool can do it is not known, only that nothing can where it is denied. */
  readonly isUncertain?: true;
}

interface Risk {
  readonly id: string;
  readonly label: Message;
  readonly ways: readonly Way[];
}

const command = (subject: string): Way => ({ purpose: 'run-command', subject });
const reading = (subject: string): Way => ({ ...command(subject), isReading: true });

const risks: readonly Risk[] = [
  {
    id: 'delete',
    label: t('Delete files'),
    ways: [
      command('rm -rf src'),
      { purpose: 'change-file', subject: 'src/index.ts', isUncertain: true },
    ],
  },
  { id: 'force-push', label: t('Force-push'), ways: [command('git push --force')] },
  {
    id: 'secrets',
    label: t('Read secrets'),
    ways: [{ purpose: 'read-file', subject: '.env' }, reading('cat .env')],
  },
  {
    id: 'web-pages',
    label: t('Fetch from the web'),
    ways: [
      { purpose: 'fetch-page', subject: 'https://example.com' },
      reading('curl https://example.com'),
    ],
  },
  {
    id: 'outside',
    label: t('Write outside the project'),
    ways: [
      { purpose: 'change-file', subject: null },
      { purpose: 'create-file', subject: null },
      command('sh install.sh'),
    ],
  },
];

/** An agent that cannot change files can do none of these. */
const changesFiles: ReadonlySet<string> = new Set(['delete', 'outside']);

type Answer = Untranslated<Omit<RiskCard, 'id' | 'label'>>;

/** The most permissive first. Unknown may be allowed. */
const order: readonly RiskCard['action'][] = ['allow', 'unknown', 'ask', 'deny'];

/** Empty where there is no agent. */
export function riskCards(judged: Verdict, lineOf: LineOf): readonly Untranslated<RiskCard>[] {
  if (!judged.persona) return [];
  const verdict = withPurposes(judged);
  return risks.map(({ id, label, ways }) => {
    const answers = ways
      .filter((way) => isWay(verdict, way))
      .map((way) => answerFor(verdict, id, way, lineOf));
    const [most = unknown('')] = order.flatMap((action) =>
      answers.filter((one) => one.action === action),
    );
    return { id, label, ...most };
  });
}

/** Rules are about some purposes, of which one stands for others, such as changing a file for creating it. */
const isWay = ({ dialect: { evaluator } }: Verdict, { purpose, subject }: Way): boolean =>
  subject !== null || !evaluator || evaluator.purposes[purpose] !== undefined;

const unknown = (explanation: Text): Answer => ({
  ...{ action: 'unknown', by: '', rule: null, line: null, example: '', explanation },
});

function answerFor(verdict: Verdict, id: string, way: Way, lineOf: LineOf): Answer {
  const { persona, place } = verdict;
  if (!persona) return unknown('');
  const host = place.host.name;
  const { isUnknown, readOnly, unverified } = persona.tools;
  if (readOnly === 'applied' && changesFiles.has(id))
    return {
      ...{ action: 'deny', by: t('read-only'), rule: null, example: '' },
      line: lineOfTools(verdict, lineOf),
      explanation: t('{host} lets this agent change no files.', { host }),
    };
  if (isUnknown) return unknown(t('Which tools the agent has in {host} is not known.', { host }));
  if (isUnmeasured(verdict))
    return unknown(t('What the tools of the agent can do in {host} is not known.', { host }));
  if (readOnly !== undefined)
    return unknown(t('How {host} applies the limits of this file is not known.', { host }));
  if (!hasToolFor(verdict, way.purpose)) {
    if (unverified.length > 0)
      return unknown(t('What {tools} can do is not known.', { tools: unverified.join(', ') }));
    return {
      ...{ action: 'deny', by: t('no tool for it'), rule: null, example: '' },
      line: lineOfTools(verdict, lineOf),
      explanation: t('The agent has no tool for this in {host}.', { host }),
    };
  }
  const answer =
    way.subject === null ? outside(verdict, way, lineOf) : inside(verdict, way, lineOf);
  const isOpen = way.isUncertain && answer.action === 'allow';
  return isOpen
    ? unknown(t('Whether its tools that change files can do this is not known.'))
    : answer;
}

/**
 * In a folder of another program, a host may map that program's names to its own tools, whose purposes are in its own catalog.
 * Unchanged where that does not list every tool of the agent.
 */
function withPurposes(verdict: Verdict): Verdict {
  const { persona, dialect, place } = verdict;
  if (hasPurposes(dialect.tools)) return verdict;
  const tools = agentDialects(place.host.dialects)
    .map((one) => one.tools)
    .find(hasPurposes);
  if (!tools) return verdict;
  const names = new Set([...tools.tools, ...(tools.aliases ?? [])].map(({ name }) => name));
  const isListed = persona?.tools.granted.every((name) => names.has(name)) ?? false;
  return isListed ? { ...verdict, dialect: { ...dialect, tools } } : verdict;
}

const hasPurposes = (tools: ToolCatalog): boolean =>
  Object.keys(purposesIn(tools) ?? {}).length > 0;

/** What no tool of the program can do is known, or only from its documentation. */
const isUnmeasured = ({ place, dialect }: Verdict): boolean =>
  isDocumentedOnly(place.host) || !hasPurposes(dialect.tools);

function inside(verdict: Verdict, { purpose, subject, isReading }: Way, lineOf: LineOf): Answer {
  const { evaluator } = verdict.dialect;
  const { name } = verdict.place.host;
  if (evaluator && evaluator.purposes[purpose] === undefined)
    return unknown(t('How {host} decides this is not known.', { host: name }));
  const { action, explanation, parts } = probeAnswer(verdict, purpose, subject ?? '', lineOf);
  const bySession = evaluator === undefined;
  if (bySession && isReading && action === 'ask')
    return unknown(t('The settings of {host} and the session decide.', { host: name }));
  const decisive = parts.find((part) => part.action === action) ?? parts[0];
  return {
    action,
    by: decisive ? decisive.source : bySession ? t('the session') : '',
    rule: decisive?.rule ?? null,
    line: decisive?.line ?? null,
    example: subject ?? '',
    explanation,
  };
}

function outside(verdict: Verdict, { purpose }: Way, lineOf: LineOf): Answer {
  const { persona, place, dialect } = verdict;
  const host = place.host.name;
  const { evaluator } = dialect;
  const notKnown = t('What {host} allows outside the project is not known.', { host });
  if (!persona || !evaluator?.evaluateOutside) return unknown(notKnown);
  const decisions = evaluator.evaluateOutside(persona, purpose);
  if (typeof decisions === 'string') return unknown(t(decisions, { host }));
  // How the two permissions work together was not recorded, so they count only where they agree.
  const [first, ...others] = decisions;
  const explanation = t('{host} has a permission of its own for files outside the project.', {
    host,
  });
  if (!first || others.some(({ action }) => action !== first.action)) return unknown(explanation);
  const { source, rule, line } = partOf(first, verdict, lineOf);
  return { action: first.action, by: source, rule, line, example: '', explanation };
}

/** The line of the field that limits the tools; null where there is none. */
function lineOfTools({ fields }: Verdict, lineOf: LineOf): number | null {
  const found = fields.find(
    ({ field }) =>
      field?.role === 'tools' || field?.role === 'denied-tools' || field?.governs === 'permission',
  );
  return found ? lineOf(found.span.start) : null;
}
