// Applies ignore comments to the findings and determines which comments are unused.
import type { Outline } from '../../agent/outline';
import { touches } from '../../text/span';
import { nearest } from '../names/nearest';
import { rules } from '../registry';
import type { Finding, IgnoreState } from '../rule';
import { type Ignore, ignoresIn } from './ignores';

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
  if (ignores.length === 0) return findings;
  const remaining = findings.filter((finding) => !ignores.some((one) => isIgnored(finding, one)));
  let all: readonly Finding[] | undefined;
  const everywhereOnce = (): readonly Finding[] => {
    all ??= everywhere();
    return all;
  };
  const states = ignores.map((ignore) => stateOf(ignore, findings, everywhereOnce));
  return [...remaining, ...audit(states)];
}

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
