// What is reported of lists of denied tools that do not hold what they say.
import { diagnosing } from '../support/diagnosing';

describe('rules on denied tools', () => {
  it('name what a star gives back', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      disallowedTools: Write, Bash(git push *), *
                                                ^ error void-denial: "*" cancels the whole list in "disallowedTools". Claude Code removes nothing, so the agent keeps "Write" and "Bash". Remove "*".
      ---
      `);
  });

  it('name only what the agent has', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: Read, Bash
      disallowedTools: [Write, "*"]
                                ^ error void-denial: Claude Code removes none of its tools
      ---
      `);
  });

  it('report names that no comma separates', () => {
    diagnosing(`
      ---
      name: reviewer
      description: Reviews changes.
      disallowedTools: Write, Bash(git push, WebFetch
                              ^^^^^^^^^^^^^^^^^^^^^^^ error void-denial: so the agent keeps "Bash"
      ---
      `);
  });

  it('report a tool that is gone with all its uses', () => {
    diagnosing(`
      ---
      name: builder
      description: Builds.
      tools: Read, Bash
      disallowedTools: Bash(git push *)
                       ^^^^^^^^^^^^^^^^ warning wider-denial: "Bash(git push *)" removes more than it says. Claude Code ignores what is in parentheses and removes all of Bash.
      ---
      `);
  });

  it('report a tool in both lists once, where it is granted', () => {
    diagnosing(`
      ---
      name: builder
      description: Builds.
      tools: Read, Bash, mcp__docs__find
                   ^^^^ warning contradicted-tool: is also in "disallowedTools"
                         ^^^^^^^^^^^^^^^ warning contradicted-tool: "mcp__docs__find" is also
      disallowedTools: Bash, mcp__docs__find
      ---
      `);
  });

  it('report a list of which nothing is left as a whole', () => {
    diagnosing(`
      ---
      name: builder
      description: Builds.
      tools: Read, Bash
      ^^^^^ warning no-tools: "disallowedTools" denies every tool of "tools"
      disallowedTools: Bash, Read
      ---
      `);
  });

  it('take a star in a line of its own for every tool', () => {
    diagnosing(`
      ---
      name: builder
      description: Builds.
      tools: |
        *
      ---
      `);
  });
});
