// The tools of the target, and the account of them.
import type { Inexact, Obstacle, SharedTools, WrittenTools } from '../hosts/model/conversion';
import type { Host } from '../hosts/model/host';
import { t } from '../text/l10n';
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
  { source, target, isWide, offset }: RowInput,
): readonly AccountRow[] {
  return inexact.map((one): AccountRow => {
    const { obstacle, name } = one;
    const part = toolPart(one.part);
    const wide = isWide(part) && name !== undefined;
    return {
      part,
      change: wide ? 'wider' : 'narrower',
      why: `${sentences[obstacle]({ source: source.name, target: target.name, name: name ?? one.part })} ${resultOf(one, wide)}`,
      offset,
      ...(wide && one.grants && { covers: one.grants }),
      ...(name !== undefined && { choice: choiceOf(part, name, wide) }),
    };
  });
}

interface RowInput {
  readonly source: Host;
  readonly target: Host;
  readonly isWide: (part: Part) => boolean;
  readonly offset: number | null;
}

const resultOf = ({ obstacle }: Inexact, wide: boolean): string => {
  if (obstacle === 'unnamed') return t('The agent loses the tools of MCP servers and extensions.');
  return wide ? t('The agent may do more than its file states.') : t('It is left out.');
};

const sentences: Readonly<
  Record<Obstacle, (args: { source: string; target: string; name: string }) => string>
> = {
  'no-tool': ({ target }) => t('{target} has no tool for this.', { target }),
  'shared-tool': ({ source, target, name }) =>
    t('In {target}, "{name}" also allows what the agent cannot do in {source}.', {
      ...{ source, target, name },
    }),
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

const choiceOf = (part: Part, name: string, wide: boolean): Choice => ({
  id: choiceIdOf(part),
  chosen: wide ? 'wider' : 'narrower',
  options: [
    { value: 'narrower', label: t('Leave it out'), isWider: false },
    { value: 'wider', label: t('Grant "{name}"', { name }), isWider: true },
  ],
});
