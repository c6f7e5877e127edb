import type { Outline } from '../../agent/outline';
import type { Writer } from '../../agent/writer';
import type { ToolVerdict } from '../../hosts/model/persona';
import type { Verdict } from '../../hosts/model/verdict';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import type { Entry } from '../../yaml/value';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hasPermissionNames } from '../tools/named-permissions';
import { hostName, listed, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for tools that share one permission but have different values.',
  why: 'OpenCode has one permission, `edit`, for all tools that change files. Only the last of `write`, `edit` and `patch` in `tools` applies, and `edit` in `permission` overrides all of them.',
  sources: [{ facts: ['tool', 'values of permission'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  write: false\n  edit: true',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Writes plans.\ntools:\n  edit: true\n  write: false',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  write: false\npermission:\n  edit: allow',
    ),
  ],
  passing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  write: false\n  edit: false',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  write: false\npermission:\n  edit: deny',
    ),
  ],
});

export const rule: Rule = {
  name: 'shared-permission',
  kind: 'host',
  check: ({ writer, verdict }: HostInput): Found[] => {
    const { permissions } = verdict.persona ?? {};
    if (!permissions || verdict.tools.length < 2) return [];
    const applied = new Set(permissions.map(({ span }) => span.start));
    const named = verdict.fields
      .filter(hasPermissionNames)
      .flatMap(({ value }) => (value.kind === 'map' ? value.entries : []));
    const lines = named.flatMap((entry): readonly Line[] => {
      const tool = verdict.tools.find(({ span }) => span.start === entry.keySpan.start);
      const grants = grantIn(entry);
      return tool && grants !== null ? [{ entry, tool, grants }] : [];
    });
    const winners = lines.filter(({ entry }) => applied.has(entry.span.start));
    return winners.flatMap((winner): Found[] => {
      const replaced = lines.filter(
        (line) =>
          !applied.has(line.entry.span.start) &&
          line.grants !== winner.grants &&
          isSame(line.tool, winner.tool),
      );
      return replaced.length > 0 ? [finding(writer, verdict, { winner, replaced })] : [];
    });
  },
};

/** One tool in a map, with its value. */
interface Line {
  readonly entry: Entry;
  readonly tool: ToolVerdict;
  readonly grants: boolean;
}

/** Whether the value allows the tool; null for a value that asks or has patterns. */
function grantIn({ value }: Entry): boolean | null {
  if (value.kind === 'boolean') return value.boolean;
  if (value.kind !== 'text') return null;
  return value.text === 'allow' ? true : value.text === 'deny' ? false : null;
}

const isSame = (one: ToolVerdict, other: ToolVerdict): boolean =>
  one.names.length > 0 && one.names.join() === other.names.join();

interface Conflict {
  readonly winner: Line;
  readonly replaced: readonly Line[];
}

function finding(writer: Writer, verdict: Verdict, { winner, replaced }: Conflict): Found {
  return {
    span: winner.entry.keySpan,
    severity: winner.grants ? 'error' : 'warning',
    message: messageFor(writer.outline, hostName(verdict), { winner, replaced }),
    fixes: winner.grants ? denying(writer, winner) : [],
    related: replaced.map(({ entry: { span } }) => ({
      path: verdict.place.path,
      span,
      message: t('This line has no effect'),
    })),
  };
}

function messageFor(outline: Outline, host: string, { winner, replaced }: Conflict): Message {
  const { tool, grants } = winner;
  const args = {
    host,
    winner: quoted(outline, winner),
    losers: listed(replaced.map((line) => quoted(outline, line))),
    tools: quotedList(tool.names),
  };
  if (tool.names.length === 1)
    return grants
      ? t(
          '{winner} overrides {losers} in {host}, so {tools} is still available. Remove one of the lines.',
          args,
        )
      : t(
          '{winner} overrides {losers} in {host}, so {tools} is not available. Remove one of the lines.',
          args,
        );
  return grants
    ? t(
        '{tools} share one permission in {host}. {winner} overrides {losers}, so all of them are available. Set one value for all.',
        args,
      )
    : t(
        '{tools} share one permission in {host}. {winner} overrides {losers}, so none of them is available. Set one value for all.',
        args,
      );
}

const quoted = ({ text }: Outline, { entry }: Line): string =>
  `"${text.slice(entry.keySpan.start, tightEnd(text, entry.span)).replaceAll('"', '')}"`;

const tightEnd = (text: string, { start, end }: Span): number =>
  start + text.slice(start, end).trimEnd().length;

const denying = (writer: Writer, { entry: { key, value } }: Line): readonly Fix[] => {
  const isFlag = value.kind === 'boolean';
  const denied = isFlag ? 'false' : 'deny';
  return [
    {
      title: t('Set "{permission}" to "{action}"', { permission: key, action: denied }),
      safety: 'review',
      edits: () =>
        isFlag
          ? writer.replaceValue(value, { word: denied })
          : writer.replaceValue(value, { text: denied }),
    },
  ];
};
