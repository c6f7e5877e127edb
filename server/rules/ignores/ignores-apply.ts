// Applies ignore comments to the findings and determines which comments are unused.
import type { Outline } from '../../agent/outline';
import { nearest } from '../../text/nearest';
import { touches } from '../../text/span';
import { rules } from '../registry';
import type { Finding, IgnoreState } from '../rule';
import { excessIgnoreIn, type Ignore, ignoresIn } from './ignores';

interface Suppressing {
  readonly outline: Outline;
  /** The findings without regard to ignore comments. */
  readonly findings: readonly Finding[];
  /** The same for every host that reads the file, including hosts that are not reported: a comment may be for one of them. */
  readonly everywhere: () => readonly Finding[];
  /** The findings on the comments themselves. */
  readonly audit: (ignores: readonly IgnoreState[]) => readonly Finding[];
}

export function applyIgnores({
  outline,
  findings,
  everywhere,
  audit,
}: Suppressing): readonly Finding[] {
  const ignores = ignoresIn(outline);
  if (!hasIgnores(outline)) return findings;
  const remaining = findings.filter((finding) => !ignores.some((one) => isIgnored(finding, one)));
  let all: readonly Finding[] | undefined;
  const everywhereOnce = (): readonly Finding[] => {
    all ??= everywhere();
    return all;
  };
  const states = ignores.map((ignore) => stateOf(ignore, findings, everywhereOnce));
  return [...remaining, ...audit(states)];
}

/** Whether the file has comments that ignore findings, or that would if there were fewer of them. */
export const hasIgnores = (outline: Outline): boolean =>
  ignoresIn(outline).length > 0 || excessIgnoreIn(outline) !== null;

export const isIgnored = (finding: Finding, { names, target }: Ignore): boolean =>
  names.some(({ name }) => name === finding.rule) && isIn(finding, target);

const isIn = ({ span }: Finding, target: Ignore['target']): boolean =>
  target === null || (span !== null && span.start < target.end && touches(target, span.start));

const ruleNames = rules.map(({ name }) => name);
const acrossNames = new Set(
  rules.flatMap(({ name, across, inCompanion }) => (across || inCompanion ? [name] : [])),
);

function stateOf(
  ignore: Ignore,
  findings: readonly Finding[],
  everywhere: () => readonly Finding[],
): IgnoreState {
  const finds = (name: string, among: readonly Finding[]): boolean =>
    among.some((finding) => finding.rule === name && isIn(finding, ignore.target));
  const unknown = ignore.names.filter(({ name }) => !ruleNames.includes(name));
  return {
    ...ignore,
    unknown: unknown.map((one) => ({ ...one, meant: nearest(one.name, ruleNames) })),
    idle: ignore.names.filter(
      ({ name }) =>
        ruleNames.includes(name) &&
        // Its findings depend on other files, which may not be known here.
        !acrossNames.has(name) &&
        !finds(name, findings) &&
        !finds(name, everywhere()),
    ),
  };
}
