// Names of tools on separate lines of one string.
import { diagnosing } from '../support/diagnosing';
import { fixing } from '../support/fixing';

describe('tools on separate lines of a block scalar', () => {
  it('are one name to the host until commas separate them', () => {
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
