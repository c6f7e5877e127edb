// Every rule over the verdicts of one file.
import type { Outline } from '../agent/outline';
import type { Verdict } from '../hosts/verdict';
import { rules } from './registry';
import {
  type Allowed,
  type Finding,
  type Found,
  type Rule,
  type Severity,
  severities,
} from './rule';

export interface Run {
  readonly outline: Outline;
  readonly verdicts: readonly Verdict[];
  readonly allowed: Allowed;
  /** Severities that the user chose. */
  readonly chosen: Readonly<Record<string, Severity | 'off'>>;
  /** Hosts whose findings keep their severity although they are guests. */
  readonly strict: readonly string[];
}

/** All findings, in the order of the text; those of the whole file first. */
export function runRules(run: Run): Finding[] {
  const findings = rules.flatMap((rule) =>
    run.chosen[rule.name] === 'off' ? [] : runRule(rule, run),
  );
  return findings.sort(
    (a, b) =>
      (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}

function runRule(rule: Rule, { outline, verdicts, allowed, chosen, strict }: Run): Finding[] {
  const { name, check, advise } = rule;
  const own = chosen[name];
  const finish = (found: Found, verdict: Verdict | null): Finding => ({
    fixes: [],
    ...found,
    rule: name,
    host: verdict?.place.host.id ?? null,
    severity: own && own !== 'off' ? own : capped(found.severity, verdict, strict),
  });
  return [
    ...(advise?.({ outline, verdicts }) ?? []).map((found) => finish(found, null)),
    ...verdicts.flatMap((verdict) =>
      (check?.({ outline, verdict, besides: others(verdict, verdicts), allowed }) ?? []).map(
        (found) => finish(found, verdict),
      ),
    ),
  ];
}

const others = (verdict: Verdict, verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts.length === 1 ? [] : verdicts.filter((one) => one !== verdict);

/** A guest reads what was not written for it: its refusal is worth a warning, no more. */
const capped = (
  severity: Severity,
  verdict: Verdict | null,
  strict: readonly string[],
): Severity =>
  severity === 'error' && verdict?.place.role === 'guest' && !strict.includes(verdict.place.host.id)
    ? 'warning'
    : severity;
