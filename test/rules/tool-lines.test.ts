// Names in a block of text, and what is said of them.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

describe('tools in a block of text, one a line', () => {
  it('are one name to the host, and are set apart by commas', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: |
      ^^^^^ error empty-tools: Line breaks do not separate names in "tools". Claude Code reads a single name that no tool has and refuses to start the agent.
        Read
        Grep
      ---
      `);
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      to|ols: ||
        - Read
        - Grep
      ---
      `)
      .offersForReview('Separate the names with commas')
      .taking('Separate the names with commas')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: Read, Grep
      ---
      `);
  });
});
