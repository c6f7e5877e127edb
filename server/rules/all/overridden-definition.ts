import { pathAround, shortPath } from '../../hosts/model/located-file';
import type { OverriddenSetting, PermissionRule } from '../../hosts/model/persona';
import { type Message, t, verbatim } from '../../text/message';
import type { Span } from '../../text/span';
import { example } from '../example';
import type { CompanionInput, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName, listed, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for agents that a configuration and a file both define, where the file overrides what the configuration sets.',
  why: 'The program merges the two definitions. A limit that the configuration sets is lost if the file allows more, and the program does not report it.',
  sources: [{ facts: ['settings of agents'] }],
};

const inConfiguration = (agent: string): { path: string; text: string } => ({
  path: 'opencode.json',
  text: `{ "agent": { "reviewer": ${agent} } }`,
});

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: allow',
      undefined,
      inConfiguration('{ "permission": { "edit": "deny" } }'),
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\nmode: primary',
      undefined,
      inConfiguration('{ "description": "Reviews all.", "mode": "subagent" }'),
    ),
  ],
  passing: [
    // Each sets what the other does not.
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: deny',
      undefined,
      inConfiguration(
        '{ "model": "anthropic/claude-sonnet-4-5", "permission": { "bash": "deny" } }',
      ),
    ),
    // The file limits the agent more.
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: deny',
      undefined,
      inConfiguration('{ "permission": { "edit": "ask" } }'),
    ),
  ],
});

export const rule: Rule = {
  name: 'overridden-definition',
  kind: 'host',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { persona, fields, place } = verdict;
    const host = hostName(verdict);
    return byFile(persona?.overrides ?? []).flatMap(({ file, limits, keys }): Found[] => {
      const [first] = limits;
      const at = (key: string): Span | undefined => fields.find((one) => one.key === key)?.keySpan;
      if (first)
        return [
          {
            span: first.by ?? at('permission') ?? at('tools') ?? outline.head,
            severity: 'error',
            message: t(
              'This agent is also defined in {file}, line {line}, with {rules}, but this file allows more. {host} merges both, so the limit is lost. Remove the rule from one of the two files.',
              { file, line: first.line, rules: rulesOf(limits), host },
            ),
          },
        ];
      const [key] = keys;
      if (!key) return [];
      return [
        {
          span: at(key.key) ?? at('description') ?? outline.head,
          severity: 'warning',
          message: t(
            'This agent is also defined in {file}, line {line}, with {fields}. {host} uses the values of this file. Remove them from one of the two files.',
            { file, line: key.line, fields: quotedList(keys.map((one) => one.key)), host },
          ),
          related: [
            {
              path: pathAround(place, file),
              span: null,
              message: t('"{agent}" is also defined here', { agent: persona?.id ?? '' }),
            },
          ],
        },
      ];
    });
  },
  inCompanion: ({ name: known, workspace }: CompanionInput): Found[] => {
    const { host, name, kind, does, path, span } = known;
    if (kind !== 'agent' || does !== 'defines') return [];
    return workspace.called(host, name).flatMap(({ place, overrides, path: file }): Found[] => {
      const here = overrides.filter((one) => pathAround(place, one.file) === path);
      const [found] = byFile(here);
      if (!found) return [];
      const { limits, keys } = found;
      const args = { file: shortPath(place), host: host.name };
      return [
        {
          span,
          severity: limits.length > 0 ? 'error' : 'warning',
          message:
            limits.length > 0
              ? t(
                  'This agent is also defined in {file}, which allows more than {rules}. {host} merges both, so the limit is lost. Remove the rule from one of the two files.',
                  { ...args, rules: rulesOf(limits) },
                )
              : t(
                  'This agent is also defined in {file} with {fields}. {host} uses the values of that file. Remove them from one of the two files.',
                  { ...args, fields: quotedList(keys.map((one) => one.key)) },
                ),
          related: [
            {
              path: file,
              span: null,
              message: t('"{agent}" is also defined here', { agent: name }),
            },
          ],
        },
      ];
    });
  },
};

interface OverriddenIn {
  readonly file: string;
  readonly limits: readonly (OverriddenSetting & Required<Pick<OverriddenSetting, 'limit'>>)[];
  readonly keys: readonly OverriddenSetting[];
}

function byFile(overrides: readonly OverriddenSetting[]): readonly OverriddenIn[] {
  return [...new Set(overrides.map(({ file }) => file))].map((file) => {
    const here = overrides.filter((one) => one.file === file);
    return {
      file,
      limits: here.flatMap((one) => (one.limit ? [{ ...one, limit: one.limit }] : [])),
      keys: here.filter(({ limit }) => !limit),
    };
  });
}

/** `"edit: deny" and "bash: deny"`, at most three of them. */
const rulesOf = (limits: OverriddenIn['limits']): Message => {
  const words = limits.map(({ limit }) => `"${textOf(limit)}"`);
  return words.length > maxRules
    ? verbatim(`${words.slice(0, maxRules).join(', ')}, ...`)
    : listed(words);
};

const textOf = ({ permission, pattern, action }: Omit<PermissionRule, 'span'>): string =>
  pattern === '*' ? `${permission}: ${action}` : `${permission}: ${pattern}: ${action}`;

const maxRules = 3;
