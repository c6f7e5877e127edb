// Whether an error is one. It must stand beside an agent that is lost, that stops its host, that does not run, or that
// may do more than its author wrote; and beside nothing else. What was lost is read off the verdict, not off the rule.
import type { Outline } from '../../server/agent/outline';
import type { Field } from '../../server/hosts/model/field';
import type { FieldVerdict } from '../../server/hosts/model/field-verdict';
import { type FileOutcome, hasAgent } from '../../server/hosts/model/outcome';
import type { Verdict } from '../../server/hosts/model/verdict';
import type { Finding } from '../../server/rules/rule';
import { nearest } from '../../server/text/nearest';
import type { Span } from '../../server/text/span';
import { everyJudged, type Judged } from './judged';
import { answers } from './programs';

export interface Precision {
  readonly files: number;
  readonly verdicts: number;
  /** Verdicts of files that load unchanged. */
  readonly unchanged: number;
  /** Errors beside those, but for limits that are lost without the file being changed. */
  readonly errorsOnUnchanged: number;
  /** By rule, host and what the error stands beside. */
  readonly errors: Readonly<Record<string, number>>;
  /** By rule: how often it speaks, by severity. */
  readonly findings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly offenders: readonly Offender[];
  /** Held against the hosts' own programs, where they were asked. */
  readonly programs: Programs;
}

export interface Programs {
  readonly asked: number;
  readonly lost: number;
  /** Lost, and no error says so. */
  readonly untold: readonly string[];
  /** The program did otherwise than we say. */
  readonly otherwise: readonly string[];
}

export interface Offender {
  readonly file: string;
  readonly as: string;
  readonly line: number;
  readonly outcome: FileOutcome;
  readonly finding: Finding;
}

export function precision(all: Iterable<Judged> = everyJudged()): Precision {
  const files = new Set<string>();
  const errors: Record<string, number> = {};
  const findings: Record<string, Record<string, number>> = {};
  const offenders: Offender[] = [];
  const programs = { asked: 0, lost: 0, untold: [] as string[], otherwise: [] as string[] };
  const loads = answers();
  let verdicts = 0;
  let unchanged = 0;
  for (const { agent, as, view } of all) {
    files.add(agent.file);
    verdicts += view.shown().length;
    unchanged += view.shown().filter(({ outcome }) => outcome === 'loads').length;
    const loaded = loads(agent.file, as);
    if (loaded !== undefined) {
      const here = `${agent.file} (${as})`;
      const isTold = view.findings().some(({ severity }) => severity === 'error');
      programs.asked++;
      if (!loaded) programs.lost++;
      if (!loaded && !isTold) programs.untold.push(here);
      if (view.shown().some(({ outcome }) => hasAgent(outcome) !== loaded))
        programs.otherwise.push(here);
    }
    for (const finding of view.findings()) {
      const { rule, host, severity, span } = finding;
      const ofRule = findings[rule] ?? {};
      findings[rule] = { ...ofRule, [severity]: (ofRule[severity] ?? 0) + 1 };
      if (severity !== 'error') continue;
      const verdict = view.shown().find(({ place }) => place.host.id === host);
      const beside = verdict && besides(view.outline, verdict, span);
      const key = `${rule} ${host ?? 'any'} ${beside ?? 'OFFENDER'}`;
      errors[key] = (errors[key] ?? 0) + 1;
      if (beside !== undefined) continue;
      const line = agent.text.slice(0, span?.start ?? 0).split('\n').length;
      offenders.push({
        file: agent.file,
        as,
        line,
        outcome: verdict?.outcome ?? 'not-read',
        finding,
      });
    }
  }
  const errorsOnUnchanged = offenders.filter(({ outcome }) => outcome === 'loads').length;
  return {
    files: files.size,
    verdicts,
    unchanged,
    errorsOnUnchanged,
    errors,
    findings,
    offenders,
    programs,
  };
}

/** What makes an error of it; undefined where nothing does. */
function besides(outline: Outline, verdict: Verdict, span: Span | null): string | undefined {
  const { outcome, runs } = verdict;
  if (outcome === 'refused' || outcome === 'ignored' || outcome === 'stops-host') return outcome;
  if (runs === false) return 'does not run';
  return losesLimit(outline, verdict, span) ? 'lost limit' : undefined;
}

/** What the author forbade at this place is not forbidden. */
function losesLimit(outline: Outline, verdict: Verdict, span: Span | null): boolean {
  if (!span) return false;
  const { fields, tools, dialect, flaws, persona } = verdict;
  const within = (one: Span): boolean => one.start <= span.start && span.start < one.end;
  const tool = tools.find((one) => within(one.span));
  if (tool?.wider !== undefined || tool?.outcome === 'no-effect') return true;
  const field = fields.find((one) => within(one.span));
  if (field?.otherwise?.losesLimit) return true;
  const isList = ({ key }: { readonly key: string }): boolean =>
    fields.some((one) => one.key === key && one.field?.role === 'tools');
  if (field && isList(field) && persona?.tools.all) return true;
  // A field that grants tools which are not in the list.
  const listed = tools.filter(isList).flatMap(({ names }) => names);
  if (field && listed.length > 0 && persona?.tools.granted.some((one) => !listed.includes(one)))
    return true;
  if (field && !field.field)
    return isLimit(meantBy(verdict, field.key)) || forbids(outline, verdict, field);
  // A host may see less of a torn frontmatter than there is.
  if (flaws.length > 0)
    return [...outline.text.matchAll(/^([\w-]+):/gm)].some(
      ([, key = '']) => isLimit(dialect.fields[key]) && !fields.some((known) => known.key === key),
    );
  const rules = persona?.permissions ?? [];
  return rules.some(
    (rule, index) =>
      rule.action !== 'allow' &&
      dialect.permissionOrder?.overruling(rules, index)?.action !== rule.action &&
      within(dialect.permissionOrder?.overruling(rules, index)?.span ?? { start: 0, end: 0 }),
  );
}

/** A field of another program says that something is denied, and the agent has tools all the same. */
function forbids({ text }: Outline, { persona }: Verdict, { span }: FieldVerdict): boolean {
  const written = text.slice(span.start, span.end);
  const hasAny = persona !== null && (persona.tools.all || persona.tools.granted.length > 0);
  return hasAny && /\bdeny\b|^disallowedTools:\s*\S|^read-?only:\s*true/i.test(written);
}

const meantBy = ({ dialect }: Verdict, key: string): Field | undefined =>
  dialect.fields[
    dialect.unknownField.meant[key] ?? nearest(key, Object.keys(dialect.fields)) ?? ''
  ];

const isLimit = (field: Field | undefined): boolean =>
  field?.role === 'tools' ||
  field?.role === 'denied-tools' ||
  field?.role === 'permission' ||
  field?.governs === 'permission';
