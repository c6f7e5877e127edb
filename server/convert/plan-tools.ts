// The tools of the target, and the account of them.
import {
  grantFor,
  type Inexact,
  leastOf,
  type Obstacle,
  type SharedTools,
  type WrittenTools,
} from '../hosts/model/conversion';
import type { Host } from '../hosts/model/host';
import { isToolPurpose, purposeAction } from '../hosts/model/tool-purposes';
import { joined, type Message, t } from '../text/message';
import {
  type AccountRow,
  agentPart,
  type Choice,
  choiceIdOf,
  type Part,
  toolPart,
} from './account';

/** Whether the author meant the limits in parentheses that the source ignores. */
export const asWritten = 'as-written';
const asGranted = 'as-granted';

/** With the limits that the author wrote instead of those that the source applies. */
export function withIntended(tools: SharedTools): SharedTools {
  const intended = Object.entries(tools.intended ?? {}).map(([purpose, exceptions]) => [
    purpose,
    { action: 'deny', exceptions },
  ]);
  return { ...tools, purposes: { ...tools.purposes, ...Object.fromEntries(intended) } };
}

/** A row for limits that the source ignores, where the target can apply them. */
export function intendedRows(
  { intended = {} }: SharedTools,
  source: Host,
  target: Host,
  { isChosen, offset }: { readonly isChosen: boolean; readonly offset: number | null },
): readonly AccountRow[] {
  const patterns = Object.values(intended).flatMap((list) => list.map(({ pattern }) => pattern));
  if (patterns.length === 0) return [];
  const list = patterns.map((one) => `"${one}"`).join(', ');
  return [
    {
      part: agentPart('patterns'),
      change: 'decision',
      why: t(
        '{source} ignores the limit to {patterns} and grants the whole tool. {target} can apply it.',
        { source: source.name, target: target.name, patterns: list },
      ),
      offset,
      choice: {
        id: 'patterns',
        chosen: isChosen ? asWritten : asGranted,
        options: [
          { value: asGranted, label: t('Grant the whole tool, as before'), isWider: false },
          { value: asWritten, label: t('Apply the limit as written'), isWider: false },
        ],
      },
    },
  ];
}

/** A row for each grant that the target cannot express. */
export function inexactRows(
  { inexact }: WrittenTools,
  { source, target, before, isWide, offset }: RowInput,
): readonly AccountRow[] {
  // Several entries of a list may mean one name, such as all servers.
  const idOf = ({ part, name }: Inexact): string => `${part} ${name}`;
  const each = [...new Map(inexact.toReversed().map((one) => [idOf(one), one])).values()];
  return each.toReversed().map((one): AccountRow => {
    const { obstacle, name } = one;
    const part = toolPart(one.part);
    const wide = isWide(part) && name !== undefined;
    return {
      part,
      change: wide ? 'wider' : 'narrower',
      why: joined([
        sentences[obstacle]({
          ...{ source: source.name, target: target.name },
          ...{ name: name ?? one.part, more: moreOf(one, before) },
        }),
        resultOf(one, wide),
      ]),
      offset,
      ...(wide && one.grants && { covers: one.grants }),
      ...(name !== undefined && {
        choice: choiceOf(one, name, { part, wide, more: moreOf(one, before) }),
      }),
    };
  });
}

interface RowInput {
  readonly source: Host;
  readonly target: Host;
  /** What the agent may do in the source. */
  readonly before: SharedTools;
  readonly isWide: (part: Part) => boolean;
  readonly offset: number | null;
}

const resultOf = ({ obstacle, part }: Inexact, wide: boolean): Message => {
  if (obstacle === 'unnamed') return t('The agent loses the tools of MCP servers and extensions.');
  if (wide) return t('The agent may do more than its file states.');
  return isToolPurpose(part)
    ? t('It is left out, so the agent cannot {action}.', { action: purposeAction(part) })
    : t('It is left out.');
};

/** What the name of the target lets the agent do besides, which it may not do in the source; null where that is not known. */
const moreOf = ({ part, grants = [] }: Inexact, before: SharedTools): Message | null => {
  const more = grants.filter((one) => one !== part && leastOf(grantFor(before, one)) !== 'allow');
  return more.length === 0 ? null : joined(more.map(purposeAction), ', ');
};

interface ObstacleArgs {
  readonly source: string;
  readonly target: string;
  readonly name: string;
  /** What the name also allows; null where that is not known. */
  readonly more: Message | null;
}

const sentences: Readonly<Record<Obstacle, (args: ObstacleArgs) => Message>> = {
  'no-tool': ({ target }) => t('{target} has no tool for this.', { target }),
  'shared-tool': ({ source, target, name, more }) =>
    more === null
      ? t('In {target}, "{name}" also allows what the agent cannot do in {source}.', {
          ...{ source, target, name },
        })
      : t('In {target}, "{name}" also lets the agent {actions}.', { target, name, actions: more }),
  patterns: ({ target, name }) =>
    t('{target} cannot limit "{name}" to certain commands, paths or names.', { target, name }),
  asking: ({ target, name }) =>
    t('An agent file for {target} cannot require asking before "{name}" is used.', {
      ...{ target, name },
    }),
  callees: ({ target }) => t('{target} cannot limit which agents this one may call.', { target }),
  unnamed: ({ target }) =>
    t('{target} cannot deny single tools, so all others are listed.', { target }),
  server: ({ target, name }) =>
    t('{target} has no tool name for "{name}" that grants nothing else.', { target, name }),
};

const choiceOf = (
  { part: purpose }: Inexact,
  name: string,
  {
    part,
    wide,
    more,
  }: { readonly part: Part; readonly wide: boolean; readonly more: Message | null },
): Choice => ({
  id: choiceIdOf(part),
  chosen: wide ? 'wider' : 'narrower',
  options: [
    {
      value: 'narrower',
      label: isToolPurpose(purpose)
        ? t('Leave it out: the agent cannot {action}', { action: purposeAction(purpose) })
        : t('Leave it out'),
      isWider: false,
    },
    {
      value: 'wider',
      label:
        more === null
          ? t('Grant "{name}"', { name })
          : t('Grant "{name}": the agent can also {actions}', { name, actions: more }),
      isWider: true,
    },
  ],
});
