// What the account states of tools that are not the same in the target, besides the purposes that the plan compares.
import { grantFor, mostOf, type SharedTools } from '../hosts/model/conversion';
import type { ToolVerdict } from '../hosts/model/persona';
import { toolPurposes } from '../hosts/model/tool-purposes';
import type { Verdict } from '../hosts/model/verdict';
import { type Message, t } from '../text/message';
import { type AccountRow, agentPart, toolPart } from './account';
import { toolRows } from './check-result';
import { isCovered } from './compare-tools';
import { offsetOf, type PlanInput, usedField } from './plan-fields';

/** Denied tools for which the target has none of its own, so that the denial is not written. */
export function deniedRows(
  before: SharedTools,
  now: Verdict,
  { target, to, verdict }: PlanInput,
  rows: readonly AccountRow[],
): readonly AccountRow[] {
  if (before.rest !== 'allow' || !now.persona) return [];
  const { purposes } = to.toolsOf(now);
  const lost = toolPurposes.filter((purpose) => {
    const was = before.purposes[purpose];
    const isNamed = toolRows(rows).some(({ part: { name }, covers = [] }) =>
      [name, ...covers].includes(purpose),
    );
    return was && mostOf(was) === 'deny' && purposes[purpose] === undefined && !isNamed;
  });
  return lost.map((part) => ({
    ...{
      part: toolPart(part),
      change: 'lost',
      offset: offsetOf(usedField(verdict, 'denied-tools')),
    },
    why: t('{target} has no tool for this alone, so the denial is left out.', {
      target: target.name,
    }),
  }));
}

/** Tools that only the source has, unless another tool of the agent does the same. */
export function ownRows(
  before: SharedTools,
  { verdict, target, from }: PlanInput,
  offset: number | null,
): readonly AccountRow[] {
  const { tools } = verdict.dialect;
  const isSpare = (name: string): boolean =>
    from.harmless.includes(name) || isCovered(name, tools, before);
  const missing = before.others.filter((name) => !isSpare(name));
  const isNamed = (one: ToolVerdict, name: string): boolean =>
    one.names.includes(name) ||
    (one.outcome === 'unverified' &&
      (one.written === name || one.instead?.includes(name)) === true);
  // As the author wrote them, unless a written name stands for other tools too.
  const written = missing.map(
    (name) =>
      verdict.tools.find(
        (one) => isNamed(one, name) && one.names.every((each) => missing.includes(each)),
      )?.written ?? name,
  );
  // Not those that only a name for several tools stands for.
  const spare = verdict.tools.flatMap((one) =>
    before.others.some((name) => isNamed(one, name) && isSpare(name)) &&
    one.names.every((name) => before.others.includes(name) && isSpare(name))
      ? [one.written]
      : [],
  );
  const row = (part: string, change: 'narrower' | 'same', why: Message): AccountRow => ({
    ...{ part: toolPart(part), change, why, offset },
  });
  const names = (list: readonly string[]): string =>
    [...new Set(list)].map((name) => `"${name}"`).join(', ');
  const args = { target: target.name };
  return [
    ...(written.length > 0
      ? [
          row(
            'tools',
            'narrower',
            t('{target} has no tools like {names}.', { ...args, names: names(written) }),
          ),
        ]
      : []),
    ...(spare.length > 0
      ? [
          row(
            'other-tools',
            'same',
            t('{target} has no tools like {names}. The other tools of the agent do the same.', {
              ...{ ...args, names: names(spare) },
            }),
          ),
        ]
      : []),
  ];
}

/** Tools of the source that no other program has, where the agent has the nearest ones instead. */
export function nearestRows(
  { tools, dialect }: Verdict,
  now: Verdict,
  { target, to }: PlanInput,
  offset: number | null,
): readonly AccountRow[] {
  const entryOf = (name: string) => dialect.tools.tools.find((tool) => tool.name === name);
  const kept = to.toolsOf(now);
  const isNearest = (name: string): boolean => {
    const { noEqual, purposes = [] } = entryOf(name) ?? {};
    return (
      noEqual === true &&
      !hasEqual(now) &&
      purposes.every((purpose) => mostOf(grantFor(kept, purpose)) !== 'deny')
    );
  };
  const written = tools.flatMap((one) =>
    one.outcome === 'granted' && one.names.length > 0 && one.names.every(isNearest)
      ? [`"${one.written}"`]
      : [],
  );
  if (written.length === 0) return [];
  return [
    {
      ...{ part: toolPart('nearest-tools'), change: 'same', offset },
      why: t(
        '{target} gives the agent the nearest tools for {names}. They do not do exactly the same.',
        {
          ...{ target: target.name, names: [...new Set(written)].join(', ') },
        },
      ),
    },
  ];
}

/** The agent has such a tool in this program too. */
const hasEqual = ({ dialect, persona }: Verdict): boolean =>
  dialect.tools.tools.some(
    ({ name, noEqual }) => noEqual && persona?.tools.granted?.includes(name),
  );

/** The tools that every agent of the target has, where its file lists the others. */
export function alwaysRows({ persona }: Verdict, { target, to }: PlanInput): readonly AccountRow[] {
  const { all = true, always = [], granted = [] } = persona?.tools ?? {};
  const names = always
    .filter((name) => !granted.includes(name) && !to.harmless.includes(name))
    .map((name) => `"${name}"`);
  if (all || names.length === 0) return [];
  return [
    {
      ...{ part: toolPart('always'), change: 'same', offset: null },
      why: t('{target} gives every agent {names} too.', {
        ...{ target: target.name, names: names.join(', ') },
      }),
    },
  ];
}

/** In plain words that the agent changes files no more, with the choice of a name that lets it. */
export function withChanges(
  rows: readonly AccountRow[],
  before: SharedTools,
  now: Verdict,
  { target, to }: PlanInput,
): readonly AccountRow[] {
  const changes = (tools: SharedTools): boolean =>
    writePurposes.some((purpose) => mostOf(grantFor(tools, purpose)) !== 'deny');
  if (!now.persona || !changes(before) || changes(to.toolsOf(now))) return rows;
  const asked = writePurposes
    .toReversed()
    .flatMap((purpose) =>
      toolRows(rows).filter(({ part, choice }) => part.name === purpose && choice),
    )[0];
  const { choice, ...own } = asked ?? { choice: undefined };
  const row: AccountRow = {
    ...{ part: agentPart('changes'), offset: asked?.offset ?? null },
    change: choice ? 'decision' : 'narrower',
    why: t('This agent can no longer change files in {target}.', { target: target.name }),
    ...(choice && { choice }),
  };
  return [row, ...rows.flatMap((one) => (one === asked ? (own as AccountRow) : one))];
}

const writePurposes = ['create-file', 'change-file'] as const;

/** Denials that the target applies, although the source has another tool for the same. */
export const stricterRows = (
  held: SharedTools,
  before: SharedTools,
  { source, target, verdict }: PlanInput,
  rows: readonly AccountRow[],
): readonly AccountRow[] =>
  toolPurposes
    .filter(
      (purpose) =>
        held.purposes[purpose] !== before.purposes[purpose] &&
        !toolRows(rows).some(({ part }) => part.name === purpose),
    )
    .map((purpose) => ({
      ...{ part: toolPart(purpose), change: 'narrower' },
      why: t(
        'The file denies this, but another tool of {source} still does it. In {target}, the agent cannot.',
        {
          ...{ source: source.name, target: target.name },
        },
      ),
      offset: offsetOf(usedField(verdict, 'denied-tools')),
    }));
