// Runs the rules on the verdicts of one file.
import type { Outline } from '../agent/outline';
import type { Writer } from '../agent/writer';
import type { Host } from '../hosts/model/host';
import type { Verdict } from '../hosts/model/verdict';
import { memoize } from '../text/memoize';
import { oneLine } from '../text/one-line';
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
  readonly outline: Outline;
  readonly writer: Writer;
  /** Computed when the first rule needs them. */
  readonly verdicts: () => readonly Verdict[];
  readonly allowed: Allowed;
}

/** The findings of the rules on the frontmatter. */
export const runHeadRules = (run: Run): readonly Finding[] =>
  runSome(enabledRules(run.chosen).head, run);

/** The findings of the rules that also read the prompt. */
export const runBodyRules = (run: Run): readonly Finding[] => [
  ...runQuickBodyRules(run),
  ...runPromptRules(run),
];

/** Those of the rules that may run at every keystroke. */
export const runQuickBodyRules = (run: Run): readonly Finding[] =>
  runSome(enabledRules(run.chosen).body, run);

/** Those of the rules that read the whole prompt. */
export const runPromptRules = (run: Run): readonly Finding[] =>
  runSome(enabledRules(run.chosen).prompt, run);

/** The findings of one rule. */
export function runOnly(name: string, run: Run): readonly Finding[] {
  const rule = byName.get(name);
  return rule && isEnabled(rule, run.chosen) ? runSome([rule], run) : [];
}

const byName = new Map(rules.map((rule) => [rule.name, rule]));

const audits = new Set(rules.flatMap(({ name, audit }) => (audit ? [name] : [])));

/** Whether a rule checks ignore comments. */
export const isIgnoreRule = (rule: string): boolean => audits.has(rule);

/** All findings in the order of the text, beginning with those on the whole file. */
export const runRules = (run: Run): readonly Finding[] =>
  inOrder([...runHeadRules(run), ...runBodyRules(run)]);

interface EnabledRules {
  readonly head: readonly Rule[];
  readonly body: readonly Rule[];
  readonly prompt: readonly Rule[];
}

/** The enabled rules, in the order of the registry. Cached because all files of a folder have the same settings. */
const enabledRules = memoize((chosen: Run['chosen']): EnabledRules => {
  const enabled = rules.filter((rule) => (rule.check || rule.advise) && isEnabled(rule, chosen));
  return {
    head: enabled.filter(({ readsBody }) => !readsBody),
    body: enabled.filter(({ readsBody }) => readsBody === 'at once'),
    prompt: enabled.filter(({ readsBody }) => readsBody === 'at rest'),
  };
});

function runSome(some: readonly Rule[], run: Run): readonly Finding[] {
  const findings: Finding[] = [];
  const { outline, writer, verdicts } = run;
  const inputs = some.some(({ check }) => check) ? inputsOf(run) : noInputs;
  for (const rule of some) {
    if (rule.advise) {
      const advice = rule.advise({ outline, writer, verdicts, chosenHosts: run.strict });
      if (advice.length > 0 && !isSwitchedOff(verdicts())) add(findings, rule, run, advice, null);
    }
    if (!rule.check) continue;
    for (const input of inputs) {
      const found = rule.check(input);
      if (found.length > 0) add(findings, rule, run, found, input.verdict);
    }
  }
  return findings;
}

function add(
  findings: Finding[],
  rule: Rule,
  run: Run,
  found: readonly Found[],
  reader: Reader | null,
): void {
  for (const one of found) findings.push(findingAt(rule, run, one, reader));
}

const noInputs: readonly HostInput[] = [];

function inputsOf({ outline, writer, verdicts, allowed }: Run): readonly HostInput[] {
  const all = verdicts();
  return all
    .filter(({ reason }) => reason !== 'disabled')
    .map((verdict) => ({
      outline,
      writer,
      verdict,
      besides: all.length === 1 ? alone : all.filter((one) => one !== verdict),
      allowed,
    }));
}

export const isEnabled = (
  { name, off }: Pick<Rule, 'name' | 'off'>,
  chosen: Run['chosen'],
): boolean => (chosen[name] ?? (off ? 'off' : 'on')) !== 'off';

/** The findings of the rules on ignore comments. */
export const runIgnoreRules = (run: Run, ignores: readonly IgnoreState[]): readonly Finding[] =>
  (isSwitchedOff(run.verdicts()) ? [] : rules).flatMap((rule) => {
    const chosen = run.chosen[rule.name];
    if (chosen === 'off') return [];
    return (rule.audit?.({ outline: run.outline, ignores }) ?? []).map((found) => ({
      fixes: [],
      ...found,
      rule: rule.name,
      host: null,
      severity: chosen ?? found.severity,
    }));
  });

export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.length < 2
    ? findings
    : [...findings].sort(
        (a, b) =>
          (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
          severities.indexOf(a.severity) - severities.indexOf(b.severity),
      );

/** Messages quote from the file, so their length is limited. In UTF-16 units. */
const maxMessageLength = 1_000;

const alone: readonly Verdict[] = [];

/** The finding as it is reported: on one line, with the severity that the user set. */
export function findingAt(
  { name, isEffect }: Rule,
  choice: Choice,
  found: Found,
  reader: Reader | null,
): Finding {
  const own = choice.chosen[name];
  const {
    span,
    severity,
    message,
    fixes,
    moveTo,
    builtin,
    tag,
    onlyFades,
    related,
    also,
    covers,
    joins,
    rank,
    sharedWith,
    isAboutName,
    isConfidential,
  } = found;
  const fades = onlyFades === true && own === undefined;
  return {
    rule: name,
    host: reader?.place.host.id ?? null,
    span,
    severity: own && own !== 'off' ? own : fades ? 'hint' : capped(severity, reader, choice),
    message: oneLine(message, maxMessageLength),
    fixes: fixes ?? [],
    moveTo,
    builtin,
    tag: fades ? 'unnecessary' : tag,
    onlyFades: fades || undefined,
    related,
    also,
    covers,
    isEffect,
    joins,
    rank,
    sharedWith,
    isAboutName,
    isConfidential,
  };
}

/** Whether the author disabled the agent in all reported hosts, so that nothing is reported. */
const isSwitchedOff = (verdicts: readonly Verdict[]): boolean =>
  verdicts.length > 0 && verdicts.every(({ reason }) => reason === 'disabled');

/**
 * The file was not written for a guest, so its errors are reported as warnings. Of programs that the user does not work with, only
 * what keeps one from starting is a problem.
 */
function capped(severity: Severity, reader: Reader | null, { strict, isMine }: Choice): Severity {
  if (!reader) return severity;
  const { place, outcome } = reader;
  const isStrict = strict.includes(place.host.id) || isMine?.(place.host) === true;
  if (isStrict) return severity;
  if (isMine && isProblem(severity))
    return severity === 'error' && outcome === 'stops-host' ? 'warning' : 'information';
  return severity === 'error' && place.role === 'guest' ? 'warning' : severity;
}

const isProblem = (severity: Severity): boolean => severity === 'error' || severity === 'warning';
