import { rootOf, shortPath } from '../../hosts/place';
import { thousands } from '../../text/thousands';
import { descriptionTotal, tooLongAt } from '../description-sums';
import { example } from '../example';
import type { AcrossInput, Example, Found, Rule, RuleDocs, RuleExamples } from '../rule';

/** Made when it is looked at: long texts would slow every start down. */
const long = (path: string, name: string, ...beside: readonly Example[]): Example => ({
  path,
  get text() {
    return `---\nname: ${name}\ndescription: ${'Reviews changes with care. '.repeat(1_000).trim()}\n---\nYou review.\n`;
  },
  ...(beside.length > 0 && { beside }),
});

export const docs: RuleDocs = {
  what: 'Descriptions of all agents together that every request pays for, and that are long.',
  why: 'A host sends the name and the description of every agent that may be called with every request. A hundred agents of moderate length cost more than the prompt of any of them, and leave less room for the work.',
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
    // Of another project.
    long(
      'one/.claude/agents/a.md',
      'a',
      long('two/.claude/agents/b.md', 'b'),
      long('three/.claude/agents/c.md', 'c'),
    ),
  ],
});

export const rule: Rule = {
  name: 'description-total',
  kind: 'advice',
  across: ({ agent, neighbours }: AcrossInput): Found[] => {
    const { place, path, nameSpan } = agent;
    const { host } = place;
    if (place.role !== 'owner' || place.location.scope === 'user') return [];
    const root = rootOf(place);
    // Reported once, where the most can be saved.
    if (tooLongAt(neighbours, host, root)?.path !== path) return [];
    const { costs, total } = descriptionTotal(neighbours, host, root);
    const [most, ...others] = costs;
    if (!most) return [];
    const says = host.descriptionLimit ? ` It ${host.descriptionLimit.says}.` : '';
    return [
      {
        span: nameSpan,
        severity: host.descriptionLimit ? 'warning' : 'information',
        message: `${host.name} sends the descriptions of ${thousands(costs.length)} agents with every request, about ${thousands(total)} tokens.${says} Shorten the longest, beginning with this one (${thousands(most.tokens)}).`,
        related: others.slice(0, mostRelated).map(({ agent: other, tokens }) => ({
          path: other.path,
          span: other.nameSpan,
          says: `The description in ${shortPath(other.place)} has about ${thousands(tokens)} tokens`,
        })),
      },
    ];
  },
};

const mostRelated = 10;
