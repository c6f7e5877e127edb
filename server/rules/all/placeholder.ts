import { type Placeholder, placeholdersOf } from '../../agent/placeholders';
import { example } from '../example';
import type { FileInput, Found, Rule } from '../rule';

export const rule: Rule = {
  name: 'placeholder',
  what: 'A placeholder such as {{PROJECT}} that nobody filled in.',
  why: 'The file came from a template. No host replaces anything in braces: the model reads them as they stand.',
  kind: 'advice',
  readsBody: true,
  failing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews {{PROJECT}}.'),
    example('.opencode/agent/reviewer.md', 'description: Reviews.', 'You review {{PROJECT}}.'),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Reviews our project.'),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews.',
      'Write `{{name}}` where the name goes.',
    ),
  ],
  advise: ({ outline }: FileInput): Found[] => {
    const all = placeholdersOf(outline).filter(isLeftOver);
    const seen = new Set<string>();
    return all.flatMap(({ name, span }): Found[] => {
      if (seen.has(name)) return [];
      seen.add(name);
      const count = all.filter((one) => one.name === name).length;
      return [
        {
          span,
          severity: 'information',
          message: `Nothing replaces {{${name}}}${count > 1 ? ` (here ${count} times)` : ''}: the model reads it as it stands. Put in what is meant.`,
        },
      ];
    });
  },
};

/** In a prompt, `{{date}}` is often meant for what the agent writes; capitals are what templates leave behind. */
const isLeftOver = ({ name, in: where }: Placeholder): boolean =>
  where === 'head' || name === name.toUpperCase();
