import { rootOf } from '../../hosts/model/located-file';
import { effectIn } from '../../hosts/model/outcome';
import { formatCount, joined, t } from '../../text/message';
import { example } from '../example';
import { descriptionTotalOf, longestOverLimit } from '../limits/description-sums';
import type { Example, Found, Rule, RuleDocs, RuleExamples, WorkspaceInput } from '../rule';

/** Computed on demand, because long strings would slow down every start. */
const long = (path: string, name: string, ...companions: readonly Example[]): Example => ({
  path,
  get text() {
    return `---\nname: ${name}\ndescription: ${'Reviews changes with care. '.repeat(1_000).trim()}\n---\nYou review.\n`;
  },
  ...(companions.length > 0 && { companions }),
});

export const docs: RuleDocs = {
  what: 'Checks whether the descriptions of all agents together are too long.',
  why: 'A program sends the name and the description of every callable agent with every request. A hundred descriptions of moderate length cost more than the prompt of any agent and leave less room for the work.',
  sources: [
    { facts: ['limit of all descriptions'] },
    { opinion: 'If a program has no limit, Dossier uses its own.' },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    long(
      '.claude/agents/a.md',
      'a',
      long('.claude/agents/b.md', 'b'),
      long('.claude/agents/c.md', 'c'),
    ),
    long(
      '.opencode/agent/a.md',
      'a',
      long('.opencode/agent/b.md', 'b'),
      long('.opencode/agent/c.md', 'c'),
    ),
  ],
  passing: [
    example(
      '.claude/agents/a.md',
      'name: a\ndescription: Reviews changes.',
      undefined,
      example('.claude/agents/b.md', 'name: b\ndescription: Writes tests.'),
    ),
    // An agent of another project.
    long(
      'one/.claude/agents/a.md',
      'a',
      long('two/.claude/agents/b.md', 'b'),
      long('three/.claude/agents/c.md', 'c'),
    ),
  ],
});

export const rule: Rule = {
  name: 'long-descriptions',
  kind: 'advice',
  across: ({ agent, workspace }: WorkspaceInput): Found[] => {
    const { place, path, nameSpan } = agent;
    const { host } = place;
    if (place.role !== 'owner' || place.location.scope === 'user') return [];
    const root = rootOf(place);
    // Reported once, at the agent with the longest description.
    if (longestOverLimit(workspace, host, root)?.path !== path) return [];
    const { costs, total } = descriptionTotalOf(workspace, host, root);
    const [most, ...others] = costs;
    if (!most) return [];
    const args = {
      host: host.name,
      count: formatCount(costs.length),
      total: formatCount(total),
      tokens: formatCount(most.tokens),
    };
    const { descriptionLimit } = host;
    return [
      {
        span: nameSpan,
        severity: descriptionLimit ? 'warning' : 'information',
        message: joined([
          others.length === 0
            ? t(
                '{host} sends the description of this agent with every request, about {total} tokens.',
                args,
              )
            : t(
                '{host} sends the descriptions of {count} agents with every request, about {total} tokens.',
                args,
              ),
          ...(descriptionLimit ? [effectIn(host, descriptionLimit.effect)] : []),
          others.length === 0
            ? t('Shorten the description.')
            : t('Shorten the longest ones, beginning with this one ({tokens} tokens).', args),
        ]),
        related: others.slice(0, maxRelated).map(({ agent: other, tokens }) => ({
          path: other.path,
          span: other.nameSpan,
          message: t('This description has about {tokens} tokens', { tokens: formatCount(tokens) }),
        })),
      },
    ];
  },
};

const maxRelated = 10;
