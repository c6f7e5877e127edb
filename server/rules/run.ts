// Runs the rules on the verdicts of one file.

import type { Outline } from '../agent/outline';
import type { Writer } from '../agent/writer';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Host } from '../hosts/model/host';
import { type Place, subjectAt } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { memoize } from '../text/memoize';
import type { Deadline } from './deadline';
import { isolateFaults, type OnFault } from './fault';
import { excessIgnoreIn } from './ignores/ignores';
import { rules } from './registry';
import {
  type Allowed,
  type Finding,
  type Found,
  type HostInput,
  type IgnoreState,
  type Rule,
  type Severity,
  severities,
} from './rule';

/** The user's settings for the rules. */
export interface Choice {
  /** Severities by the names of rules. */
  readonly chosen: Readonly<Record<string, Severity | 'off'>>;
  /** The ids of hosts whose findings keep their severity although they are guests. */
  readonly strict: readonly string[];
  /**
   * Whether the user works with a program. Absent where the user chose none that reads the file. Findings of the other programs
   * are then reported as information.
   */
  readonly isMine?: ((host: Host) => boolean) | undefined;
}

/** A host that reads the file, and what it does with it. */
type Reader = Pick<Verdict, 'place' | 'outcome'>;

export interface Run extends Choice {
  readonly catalog: HostCatalog;
  readonly outline: Outline;
  readonly writer: Writer;
  readonly places: readonly Place[];
  /** Computed when the first rule needs them. */
  readonly verdicts: () => readonly Verdict[];
  readonly allowed: Allowed;
  readonly onFault?: OnFault;
  /** When it is over, no further rule is run. */
  readonly deadline?: Deadline | undefined;
}

/** All findings in the order of the text, beginning with those on the whole file. */
export const runRules = (run: Run): readonly Finding[] =>
  sortFindings(noWorseThanForOwners(findingsOf(run, enabledRules(run.chosen)), run));

/** The findings of one rule. */
export function runOnly(name: string, run: Run): readonly Finding[] {
  const rule = byName.get(name);
  return rule && isEnabled(rule, run.chosen) ? findingsOf(run, [rule]) : [];
}

const byName = new Map(rules.map((rule) => [rule.name, rule]));

const audits = new Set(rules.flatMap(({ name, audit }) => (audit ? [name] : [])));

/** Whether a rule checks ignore comments. */
export const isIgnoreRule = (rule: string): boolean => audits.has(rule);

/** The enabled rules, in the order of the registry. Cached because all files of a folder have the same settings. */
const enabledRules = memoize((chosen: Run['chosen']): readonly Rule[] =>
  rules.filter((rule) => (rule.check || rule.advise) && isEnabled(rule, chosen)),
);

const isWholeJson = (place: Place): boolean =>
  subjectAt(place) === 'settings' || subjectAt(place) === 'manifest';

function findingsOf(run: Run, some: readonly Rule[]): readonly Finding[] {
  const findings: Finding[] = [];
  const { catalog, outline, writer, places, verdicts } = run;
  const isOwnText = !outline.isTable && (outline.form !== 'json' || places.some(isWholeJson));
  for (const rule of some) {
    if (run.deadline?.isOver()) break;
    const { advise, check } = rule;
    // Advice is about the text of a document of its own that some program reads.
    const isAdvised = places.some(isCheckedBy(rule));
    if (advise && isAdvised && isOwnText) {
      const input = { catalog, outline, writer, places, verdicts, chosenHosts: run.strict };
      const advice = isolateFaults(run.onFault, rule.name, null, () => advise(input), nothing);
      if (advice.length > 0 && !isSwitchedOff(verdicts())) add(findings, rule, run, advice, null);
    }
    if (!check) continue;
    for (const input of inputsOf(run)) {
      if (run.deadline?.isOver()) break;
      if (!isCheckedBy(rule)(input.verdict.place)) continue;
      const { host } = input.verdict.place;
      const found = isolateFaults(run.onFault, rule.name, host.id, () => check(input), nothing);
      if (found.length > 0) add(findings, rule, run, found, input.verdict);
    }
  }
  return findings;
}

/** Whether the rule is about what the document at a place defines. */
const isCheckedBy = ({ subjects }: Rule): ((place: Place) => boolean) =>
  subjects
    ? (place) => subjects.includes(subjectAt(place))
    : (place) => subjectAt(place) === 'agent';

const nothing = (): readonly Found[] => [];

function add(
  findings: Finding[],
  rule: Rule,
  run: Run,
  found: readonly Found[],
  reader: Reader | null,
): void {
  for (const one of found) findings.push(findingAt(rule, run, one, reader));
}

/** The inputs of the rules, which all of them share. */
const inputsOf = memoize(({ catalog, outline, writer, verdicts, allowed }: Run): HostInput[] => {
  const all = verdicts();
  return all
    .filter(({ reason }) => reason !== 'disabled')
    .map((verdict) => ({
      catalog,
      outline,
      writer,
      verdict,
      besides: all.length === 1 ? alone : all.filter((one) => one !== verdict),
      allowed,
    }));
});

export const isEnabled = (
  { name, off }: Pick<Rule, 'name' | 'off'>,
  chosen: Run['chosen'],
): boolean => (chosen[name] ?? (off ? 'off' : 'on')) !== 'off';

/** The findings of the rules on ignore comments. */
export const runIgnoreRules = (run: Run, ignores: readonly IgnoreState[]): readonly Finding[] =>
  (isSwitchedOff(run.verdicts()) ? [] : rules).flatMap((rule) => {
    const chosen = run.chosen[rule.name];
    if (chosen === 'off') return [];
    return (
      rule.audit?.({ outline: run.outline, ignores, excess: excessIgnoreIn(run.outline) }) ?? []
    ).map((found) => ({
      fixes: [],
      ...found,
      rule: rule.name,
      host: null,
      severity: chosen ?? found.severity,
    }));
  });

export const sortFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.length < 2
    ? findings
    : [...findings].sort(
        (a, b) =>
          (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
          severities.indexOf(a.severity) - severities.indexOf(b.severity),
      );

const alone: readonly Verdict[] = [];

/** The finding as it is reported, with the severity that the user set. */
export function findingAt(
  { name, isEffect }: Rule,
  choice: Choice,
  { verdict, ...found }: Found,
  by: Reader | null,
): Finding {
  const reader = verdict ?? by;
  const own = choice.chosen[name];
  const fades = found.onlyFades === true && own === undefined;
  const severity = fades ? 'hint' : capped(found.severity, reader, choice);
  return {
    ...found,
    rule: name,
    host: reader?.place.host.id ?? null,
    severity: own && own !== 'off' ? own : severity,
    fixes: found.fixes ?? [],
    tag: fades ? 'unnecessary' : found.tag,
    onlyFades: fades || undefined,
    merge: isEffect ? { isEffect, ...found.merge } : found.merge,
  };
}

/** Whether the author disabled the agent in all reported hosts, so that nothing is reported. */
const isSwitchedOff = (verdicts: readonly Verdict[]): boolean =>
  verdicts.length > 0 && verdicts.every(({ reason }) => reason === 'disabled');

/**
 * The owner of a folder always counts. The file was not written for a guest, so its errors are reported as warnings. Of guests that
 * the user does not work with, only what keeps one from starting is a problem.
 */
function capped(severity: Severity, reader: Reader | null, { strict, isMine }: Choice): Severity {
  if (!reader) return severity;
  const { place, outcome } = reader;
  const isStrict = strict.includes(place.host.id) || isMine?.(place.host) === true;
  if (isStrict || place.role === 'owner') return severity;
  if (isMine && isProblem(severity))
    return severity === 'error' && outcome === 'stops-host' ? 'warning' : 'information';
  return severity === 'error' ? 'warning' : severity;
}

const isProblem = (severity: Severity): boolean => severity === 'error' || severity === 'warning';

/**
 * A word that is at most a remark for the owners of the file is no warning for a guest that loads the agent, unless the user works
 * with that guest or a limit is lost there. The owner's remark has the fix for it.
 */
function noWorseThanForOwners(findings: readonly Finding[], run: Run): readonly Finding[] {
  const { chosen, strict, isMine } = run;
  const verdicts = run.verdicts();
  const guests = new Set(
    verdicts.flatMap(({ place: { host, role }, persona, runs }) =>
      role === 'guest' && persona && runs !== false && !strict.includes(host.id) && !isMine?.(host)
        ? host.id
        : [],
    ),
  );
  if (guests.size === 0) return findings;
  const owners = new Set(
    verdicts.flatMap(({ place }) => (place.role === 'owner' ? place.host.id : [])),
  );
  const isOf = (hosts: ReadonlySet<string>, { host }: Finding): boolean =>
    host !== null && hosts.has(host);
  return findings.map((finding) => {
    const { span, rule, losesLimit } = finding;
    const isLowered =
      isOf(guests, finding) &&
      finding.severity === 'warning' &&
      losesLimit === undefined &&
      chosen[rule] === undefined;
    if (!isLowered || span === null) return finding;
    const severity = mostSevere(
      findings.filter(
        (one) => isOf(owners, one) && one.span?.start === span.start && one.span.end === span.end,
      ),
    );
    return severity === undefined || isProblem(severity) ? finding : { ...finding, severity };
  });
}

const mostSevere = (findings: readonly Finding[]): Severity | undefined =>
  severities.find((severity) => findings.some((one) => one.severity === severity));
