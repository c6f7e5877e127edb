// Runs the rules on the verdicts of one file.

import type { Outline } from '../agent/outline';
import type { Writer } from '../agent/writer';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Host } from '../hosts/model/host';
import type { Place } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { memoize } from '../text/memoize';
import { oneLine } from '../text/one-line';
import { visibleControls } from '../text/visible-controls';
import { contained, type OnFault } from './fault';
import { rules } from './registry';
import {
  type Allowed,
  type Finding,
  type Found,
  type HostInput,
  type IgnoreState,
  partsOf,
  type Rule,
  type Severity,
  severities,
  type VerdictPart,
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
  return rule && isEnabled(rule, run.chosen) ? runSome(new Step([rule]), run) : [];
}

const byName = new Map(rules.map((rule) => [rule.name, rule]));

const audits = new Set(rules.flatMap(({ name, audit }) => (audit ? [name] : [])));

/** Whether a rule checks ignore comments. */
export const isIgnoreRule = (rule: string): boolean => audits.has(rule);

/** All findings in the order of the text, beginning with those on the whole file. */
export const runRules = (run: Run): readonly Finding[] =>
  inOrder([...runHeadRules(run), ...runBodyRules(run)]);

interface EnabledRules {
  readonly head: Step;
  readonly body: Step;
  readonly prompt: Step;
}

/** The enabled rules, in the order of the registry. Cached because all files of a folder have the same settings. */
const enabledRules = memoize((chosen: Run['chosen']): EnabledRules => {
  const enabled = rules.filter((rule) => (rule.check || rule.advise) && isEnabled(rule, chosen));
  return {
    head: new Step(enabled.filter(({ readsBody }) => !readsBody)),
    body: new Step(enabled.filter(({ readsBody }) => readsBody === 'at once')),
    prompt: new Step(enabled.filter(({ readsBody }) => readsBody === 'at rest')),
  };
});

/** Rules that run together. */
class Step {
  /** Whether any of the rules needs a verdict. */
  readonly checks: boolean;
  private readonly all: readonly Rule[];
  private readonly byParts = new Map<string, readonly Rule[]>();

  constructor(all: readonly Rule[]) {
    this.all = all;
    this.checks = all.some(({ check }) => check);
  }

  /** The rules that may find something in verdicts in which these parts are not empty. */
  rulesFor(parts: ReadonlySet<VerdictPart>): readonly Rule[] {
    const key = [...parts].join(' ');
    const known = this.byParts.get(key);
    if (known) return known;
    const some = this.all.filter(({ about }) => !about || parts.has(about));
    this.byParts.set(key, some);
    return some;
  }
}

function runSome(step: Step, run: Run): readonly Finding[] {
  const findings: Finding[] = [];
  const { catalog, outline, writer, places, verdicts } = run;
  const { inputs, parts } = step.checks ? inputsOf(run) : noInputs;
  for (const rule of step.rulesFor(parts)) {
    const { advise, check } = rule;
    // Advice is about the text of a document of one agent.
    if (advise && outline.form !== 'json' && !outline.isTable) {
      const input = { catalog, outline, writer, places, verdicts, chosenHosts: run.strict };
      const advice = contained(run.onFault, rule.name, null, () => advise(input), nothing);
      if (advice.length > 0 && !isSwitchedOff(verdicts())) add(findings, rule, run, advice, null);
    }
    if (!check) continue;
    for (const input of inputs) {
      const { host } = input.verdict.place;
      const found = contained(run.onFault, rule.name, host.id, () => check(input), nothing);
      if (found.length > 0) add(findings, rule, run, found, input.verdict);
    }
  }
  return findings;
}

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

interface Inputs {
  readonly inputs: readonly HostInput[];
  /** The parts that are not empty in any of the verdicts. */
  readonly parts: ReadonlySet<VerdictPart>;
}

const noInputs: Inputs = { inputs: [], parts: new Set() };

/** The inputs of the rules, which several steps share. */
const inputsOf = memoize(({ catalog, outline, writer, verdicts, allowed }: Run): Inputs => {
  const all = verdicts();
  const inputs = all
    .filter(({ reason }) => reason !== 'disabled')
    .map((verdict) => ({
      catalog,
      outline,
      writer,
      verdict,
      besides: all.length === 1 ? alone : all.filter((one) => one !== verdict),
      allowed,
    }));
  return { inputs, parts: new Set(inputs.flatMap(({ verdict }) => [...partsOf(verdict)])) };
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

/** The finding as it is reported: on one line, without control characters, with the severity that the user set. */
export function findingAt(
  { name, isEffect }: Rule,
  choice: Choice,
  found: Found,
  reader: Reader | null,
): Finding {
  const own = choice.chosen[name];
  const fades = found.onlyFades === true && own === undefined;
  const severity = fades ? 'hint' : capped(found.severity, reader, choice);
  return {
    ...found,
    rule: name,
    host: reader?.place.host.id ?? null,
    severity: own && own !== 'off' ? own : severity,
    message: visibleControls(oneLine(found.message, maxMessageLength)),
    fixes: found.fixes ?? [],
    tag: fades ? 'unnecessary' : found.tag,
    onlyFades: fades || undefined,
    isEffect: found.isEffect ?? isEffect,
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
