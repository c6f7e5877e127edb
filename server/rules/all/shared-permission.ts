import type { Outline } from '../../agent/outline';
import type { Entry } from '../../agent/value';
import { replaceScalar } from '../../agent/write';
import type { ToolVerdict } from '../../hosts/persona';
import type { Verdict } from '../../hosts/verdict';
import type { Span } from '../../text/span';
import { example } from '../example';
import { isRuled } from '../named-permissions';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'Tools that share one permission and are given different values.',
  why: 'OpenCode has one permission, edit, for everything that changes files. Of write, edit and patch in `tools` only the last one counts, and what `permission` says of edit replaces them all.',
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
  hears: 'rules',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { permissions } = verdict.persona ?? {};
    if (!permissions || verdict.tools.length < 2) return [];
    const counting = new Set(permissions.map(({ span }) => span.start));
    const named = verdict.fields
      .filter(isRuled)
      .flatMap(({ value }) => (value.kind === 'map' ? value.entries : []));
    const lines = named.flatMap((entry): readonly Line[] => {
      const tool = verdict.tools.find(({ span }) => span.start === entry.keySpan.start);
      const grants = grantIn(entry);
      return tool && grants !== null ? [{ entry, tool, grants }] : [];
    });
    const winners = lines.filter(({ entry }) => counting.has(entry.span.start));
    return winners.flatMap((winner): Found[] => {
      const replaced = lines.filter(
        (line) =>
          !counting.has(line.entry.span.start) &&
          line.grants !== winner.grants &&
          isSame(line.tool, winner.tool),
      );
      return replaced.length > 0 ? [finding(outline, verdict, { winner, replaced })] : [];
    });
  },
};

/** One tool in a map, and what is written behind it. */
interface Line {
  readonly entry: Entry;
  readonly tool: ToolVerdict;
  readonly grants: boolean;
}

/** Whether the value allows the tool; null for one that asks, or has patterns. */
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

function finding(outline: Outline, verdict: Verdict, { winner, replaced }: Conflict): Found {
  return {
    span: winner.entry.keySpan,
    severity: winner.grants ? 'error' : 'warning',
    message: message(outline, hostName(verdict), { winner, replaced }),
    fixes: winner.grants ? denying(outline, winner) : [],
    related: replaced.map(({ entry: { span } }) => ({
      path: verdict.place.path,
      span,
      says: 'This has no effect',
    })),
  };
}

function message(outline: Outline, host: string, { winner, replaced }: Conflict): string {
  const { tool, grants } = winner;
  const wins = quoted(outline, winner);
  const lost = listed(replaced.map((line) => quoted(outline, line)));
  const [name = '', ...more] = tool.names;
  if (more.length === 0)
    return `${wins} overrides ${lost} in ${host}, so ${name} is ${grants ? 'still' : 'not'} available. Remove one of the lines.`;
  const effect = grants ? 'all of them stay available' : 'none of them is available';
  return `${listed(tool.names)} share one permission in ${host}, and ${wins} overrides ${lost}: ${effect}. Give them the same value.`;
}

const quoted = ({ text }: Outline, { entry }: Line): string =>
  `"${text.slice(entry.keySpan.start, tightEnd(text, entry.span)).replaceAll('"', '')}"`;

const tightEnd = (text: string, { start, end }: Span): number =>
  start + text.slice(start, end).trimEnd().length;

const denying = (outline: Outline, { entry: { key, value } }: Line): readonly Fix[] => {
  const denied = value.kind === 'boolean' ? 'false' : 'deny';
  return [
    {
      title: `Set ${key} to ${denied}`,
      safety: 'review',
      edits: () => replaceScalar(outline, value, denied),
    },
  ];
};
