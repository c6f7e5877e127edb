// What an author sees of widening-field. Its examples are tested by test/rules/examples.test.ts.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

const at = '.claude/agents/reviewer.md';
const file = (head: string): string =>
  `---\nname: reviewer\ndescription: Reviews.\n${head}\n---\nYou review.\n`;

describe('widening-field', () => {
  it('reports a memory that lets a reader change files', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews.
      tools: Read, Grep
      memory: project
      ^^^^^^ error widening-field: "memory" adds "Edit" and "Write" to the listed tools
      ---
      You review.
      `,
      { at },
    ));

  it('names only the tools that are not denied', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews.
      tools: Read, Grep
      disallowedTools: Edit
      memory: project
      ^^^^^^ error widening-field: "memory" adds "Write" to the listed tools
      ---
      You review.
      `,
      { at },
    ));

  it('denies the tools or removes the field', () => {
    fixing(file('tools: Read\nmem|ory: user'), { at })
      .offersForReview('Add "disallowedTools: Edit, Write"', 'Remove "memory"')
      .taking('Remove "memory"')
      .gives(file('tools: Read'));
    fixing(file('tools: Read\nmem|ory: user'), { at })
      .taking('Add "disallowedTools: Edit, Write"')
      .gives(file('tools: Read\nmemory: user\ndisallowedTools: Edit, Write'));
    fixing(file('tools: Read\ndisallowedTools: Edit\nmem|ory: user'), { at }).offersNot(
      'Add "disallowedTools: Write"',
    );
  });
});
