// Every rule over the verdicts of one file.
import type { Outline } from '../agent/outline';
import type { Place } from '../hosts/place';
import type { Verdict } from '../hosts/verdict';
import { oneLine } from '../text/one-line';
import { recent } from '../text/recent';
import { bits, bitsOf } from './hearing';
import { rules } from './registry';
import {
  type Allowed,
  type FileInput,
  type Finding,
  type Found,
  type Hearing,
  type HostInput,
  type IgnoreState,
  type Rule,
  type Severity,
  severities,
} from './rule';

/** What the user chose of the rules. */
export interface Choice {
  /** Severities that the user chose. */
  readonly chosen: Readonly<Record<string, Severity | 'off'>>;
  /** Hosts whose findings keep their severity although they are guests. */
  readonly strict: readonly string[];
}

export interface Run extends Choice {
  readonly outline: Outline;
  /** Judged when the first rule asks. */
  readonly verdicts: () => readonly Verdict[];
  readonly allowed: Allowed;
}

/** What the rules on the frontmatter find. */
export const runHeadRules = (run: Run): readonly Finding[] => runSome(speaking(run).head, run);

/** What the rules that look at the prompt too find. */
export const runBodyRules = (run: Run): readonly Finding[] => [
  ...runQuickBodyRules(run),
  ...runPromptRules(run),
];

/** Those of them that may be asked at every key. */
export const runQuickBodyRules = (run: Run): readonly Finding[] => runSome(speaking(run).body, run);

/** Those of them that read the prompt from end to end. */
export const runPromptRules = (run: Run): readonly Finding[] => runSome(speaking(run).prompt, run);

/** What one rule finds. */
export function runOnly(name: string, run: Run): readonly Finding[] {
  const speaker = named.get(name);
  return speaker?.all.every(({ rule }) => speaks(rule, run.chosen)) ? runSome(speaker, run) : [];
}

/** A rule as it is asked: all of one shape, for each is looked at once a verdict. */
interface Speaker extends Pick<Rule, 'check' | 'advise'> {
  readonly rule: Rule;
  /** The bit of what it hears; 0: it is always asked. */
  readonly hears: number;
}

const speakers: readonly Speaker[] = rules
  .filter(({ check, advise }) => check || advise)
  .map((rule) => ({
    rule,
    check: rule.check,
    advise: rule.advise,
    hears: rule.hears === undefined ? 0 : bits[rule.hears],
  }));

/** Speakers, and which of them have something to say: most rules have nothing to say of most files. */
interface Panel {
  readonly all: readonly Speaker[];
  readonly checks: boolean;
  /** By what the verdicts hold. */
  readonly heard: Map<number, readonly Speaker[]>;
}

const panelOf = (all: readonly Speaker[]): Panel => ({
  all,
  checks: all.some(({ check }) => check !== undefined),
  heard: new Map(),
});

function heardBy({ all, heard }: Panel, held: number): readonly Speaker[] {
  const known = heard.get(held);
  if (known) return known;
  const some = all.filter(({ advise, hears }) => advise || hears === 0 || (hears & held) !== 0);
  heard.set(held, some);
  return some;
}

const named = new Map(speakers.map((speaker) => [speaker.rule.name, panelOf([speaker])]));

const audits = new Set(rules.flatMap(({ name, audit }) => (audit ? [name] : [])));

/** Whether a rule looks at the author's comments. */
export const isAudit = (rule: string): boolean => audits.has(rule);

/** All findings, in the order of the text; those of the whole file first. */
export const runRules = (run: Run): readonly Finding[] =>
  inOrder([...runHeadRules(run), ...runBodyRules(run)]);

interface Speaking {
  readonly head: Panel;
  readonly body: Panel;
  readonly prompt: Panel;
}

/** Those that are not switched off, one after the other as in the registry. */
const speaking = ({ chosen }: Run): Speaking => speakingOf(chosen);

/** Every file of a folder is looked at with the same choice. */
const speakingOf = recent(4, (chosen: Run['chosen']): Speaking => {
  const all = speakers.filter(({ rule }) => speaks(rule, chosen));
  return {
    head: panelOf(all.filter(({ rule }) => !rule.readsBody)),
    body: panelOf(all.filter(({ rule }) => rule.readsBody === 'at once')),
    prompt: panelOf(all.filter(({ rule }) => rule.readsBody === 'at rest')),
  };
});

/** Nearly every rule finds nothing in nearly every verdict: nothing is made before something is found. */
function runSome(panel: Panel, run: Run): readonly Finding[] {
  const findings: Finding[] = [];
  const asked = panel.checks ? askedOf(run) : nothingAsked;
  let held = 0;
  for (const one of asked) held |= one.holds;
  const { outline, verdicts } = run;
  const whole: FileInput = { outline, verdicts, chosenHosts: run.strict };
  for (const { rule, check, advise, hears } of heardBy(panel, held)) {
    if (advise) {
      const advice = advise(whole);
      if (advice.length > 0 && !isSwitchedOff(verdicts())) tell(findings, rule, run, advice, null);
    }
    if (!check) continue;
    for (const { input, holds } of asked) {
      if (hears !== 0 && (hears & holds) === 0) continue;
      const found = check(input);
      if (found.length > 0) tell(findings, rule, run, found, input.verdict.place);
    }
  }
  return findings;
}

function tell(
  findings: Finding[],
  rule: Rule,
  run: Run,
  found: readonly Found[],
  place: Place | null,
): void {
  for (const one of found) findings.push(findingAt(rule, run, one, place));
}

/** A verdict that rules are asked about, and what there is in it to speak of. */
interface Asked {
  readonly input: HostInput;
  /** A bit for everything that some rule hears. */
  readonly holds: number;
}

const nothingAsked: readonly Asked[] = [];

function askedOf({ outline, verdicts, allowed }: Run): readonly Asked[] {
  const all = verdicts();
  const asked: Asked[] = [];
  for (const verdict of all) {
    if (verdict.reason === 'disabled') continue;
    const besides = all.length === 1 ? alone : all.filter((one) => one !== verdict);
    asked.push({ input: { outline, verdict, besides, allowed }, holds: bitsOf(verdict) });
  }
  return asked;
}

/** Whether there is something in the verdict that rules with such a hearing speak of. */
export const holds = (verdict: Verdict, hearing: Hearing): boolean =>
  (bitsOf(verdict) & bits[hearing]) !== 0;

export const speaks = ({ name, off }: Pick<Rule, 'name' | 'off'>, chosen: Run['chosen']): boolean =>
  (chosen[name] ?? (off ? 'off' : 'on')) !== 'off';

/** What the rules on the author's own comments find. */
export const runAudits = (run: Run, ignores: readonly IgnoreState[]): readonly Finding[] =>
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

/** A message quotes from the file, which may hold anything: it stays on one line and is cut here at the latest. */
const longest = 1_000;

const alone: readonly Verdict[] = [];

/** A finding as it is told: in one line, as severe as the user wants it. */
export function findingAt(
  { name, hears }: Rule,
  { chosen, strict }: Choice,
  found: Found,
  place: Place | null,
): Finding {
  const own = chosen[name];
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
    twins,
    isAboutName,
    isConfidential,
  } = found;
  const fades = onlyFades === true && own === undefined;
  return {
    rule: name,
    host: place?.host.id ?? null,
    span,
    severity: own && own !== 'off' ? own : fades ? 'hint' : capped(severity, place, strict),
    message: oneLine(message, longest),
    fixes: fixes ?? [],
    moveTo,
    builtin,
    tag: fades ? 'unnecessary' : tag,
    onlyFades: fades || undefined,
    related,
    also,
    covers,
    isEffect: hears === 'lost tools' || hears === 'values',
    joins,
    rank,
    twins,
    isAboutName,
    isConfidential,
  };
}

/** Its author knows that there is no agent: nothing is to be said of it, in no host that is spoken of. */
const isSwitchedOff = (verdicts: readonly Verdict[]): boolean =>
  verdicts.length > 0 && verdicts.every(({ reason }) => reason === 'disabled');

/** A guest reads what was not written for it: its refusal is worth a warning, no more. */
const capped = (severity: Severity, place: Place | null, strict: readonly string[]): Severity =>
  severity === 'error' && place?.role === 'guest' && !strict.includes(place.host.id)
    ? 'warning'
    : severity;
