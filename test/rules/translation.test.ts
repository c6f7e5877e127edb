// Tools of another host, in the names of the one that reads the file.
import assert from 'node:assert/strict';
import { deedsOf } from '../../server/hosts/deeds';
import { mainHosts } from '../../server/hosts/places';
import { fixing } from '../support/fixing';
import { opencodeFile, vscodeFile } from '../support/viewing';

describe('tools of another host', () => {
  it('are written as Claude Code names them', () => {
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      to|ols: ['read', 'search', 'runCommands'] # enough
      ---
      You review.
    `)
      .offersForReview('Write them as Claude Code names them')
      .taking('Write them as Claude Code names them')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, Glob, Grep, Bash] # enough
      ---
      You review.
    `);
  });

  it('are those that a map allows', () => {
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      to|ols:
        read: true
        grep: true
        write: false
      ---
      You review.
    `)
      .taking('Write them as Claude Code names them')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, Glob, Grep]
      ---
      You review.
    `);
  });

  it('are written as VS Code names them, each once', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      to|ols: ['Read', 'Grep', 'Glob', 'Bash']
      ---
      You review.
    `,
      { at: vscodeFile },
    )
      .taking('Write them as VS Code names them')
      .gives(`
      ---
      description: Reviews changes.
      tools: [read, search, execute]
      ---
      You review.
    `);
  });

  it('become rules where the host takes no list, everything else denied first', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      # what it needs
      tools: |Read, Grep, Edit, Write
      mode: subagent
      ---
      You review.
    `,
      { at: opencodeFile },
    )
      .offersForReview('Write them as OpenCode names them')
      .taking('Write them as OpenCode names them')
      .gives(`
      ---
      description: Reviews changes.
      # what it needs
      permission:
        '*': deny
        read: allow
        grep: allow
        edit: allow
      mode: subagent
      ---
      You review.
    `);
  });

  it('become rules from a block list, too', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      to|ols:
        - read
        - write
      ---
      You review.
    `,
      { at: opencodeFile },
    )
      .taking('Write them as OpenCode names them')
      .gives(`
      ---
      description: Reviews changes.
      permission:
        '*': deny
        read: allow
        edit: allow
      ---
      You review.
    `);
  });

  it('keep what they may be used with, where rules can say it', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      tools: |Read, Bash(git diff:*), Bash(git log)
      ---
      You review.
    `,
      { at: opencodeFile },
    )
      .taking('Write them as OpenCode names them')
      .gives(`
      ---
      description: Reviews changes.
      permission:
        '*': deny
        read: allow
        bash: { "*": deny, "git diff *": allow, "git log": allow }
      ---
      You review.
    `);
  });

  it('may be those of a program that is not judged here', () => {
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      to|ols: [read_file, grep_search, run_shell_command, replace]
      ---
      You review.
    `)
      .taking('Write them as Claude Code names them')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, Grep, Bash, Edit]
      ---
      You review.
    `);
  });

  it('stay as they are where a comment stands among them, or permissions beside them', () => {
    fixing(
      `
      ---
      description: Reviews changes.
      to|ols: [read]
      permission:
        edit: deny
      ---
      You review.
    `,
      { at: opencodeFile },
    ).offersNot('Write them as OpenCode names them');
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      to|ols:
        - codebase # the code
        - editFiles
      ---
      You review.
    `).offersNot('Write them as Claude Code names them');
  });
});

describe('what tools are for', () => {
  it('is said of names that the host has, or once had', () => {
    for (const { id, dialects } of mainHosts) {
      const [first] = Object.values(dialects);
      const { deeds = {}, tools, former } = first?.tools ?? { tools: [], former: [] };
      // Of a host that was just added no tools are known yet.
      if (tools.length === 0) continue;
      const known = new Set([...tools, ...former].map(({ name }) => name.toLowerCase()));
      const names = new Set(Object.values(deeds).flat());
      assert.ok(names.size > 8, id);
      for (const name of names) {
        assert.ok(known.has(name.toLowerCase()), `${id} has no ${name}`);
        assert.ok(deedsOf(name, deeds).length > 0);
      }
    }
  });
});
