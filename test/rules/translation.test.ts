// Tools of another host, translated to the names of the host that reads the file.

import assert from 'node:assert/strict';
import { purposesOf } from '../../server/hosts/model/tool-purposes';
import { purposesIn } from '../../server/hosts/model/tools';
import { mainHosts } from '../support/catalog';
import { fixing } from '../support/fixing';
import { opencodeFile, vscodeFile } from '../support/viewing';

describe('tools of another host', () => {
  it('are translated to the names of Claude Code', () => {
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      to|ols: ['read', 'search', 'runCommands'] # enough
      ---
      You review.
    `)
      .offersForReview('Use the tool names of Claude Code')
      .taking('Use the tool names of Claude Code')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, Glob, Grep, Bash] # enough
      ---
      You review.
    `);
  });

  it('include those that a map allows', () => {
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
      .taking('Use the tool names of Claude Code')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, Glob, Grep]
      ---
      You review.
    `);
  });

  it('are translated to the names of VS Code without duplicates', () => {
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
      .taking('Use the tool names of VS Code')
      .gives(`
      ---
      description: Reviews changes.
      tools: [read, search, execute]
      ---
      You review.
    `);
  });

  it('become rules after a rule that denies the rest if the host accepts no list', () => {
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
      .offersForReview('Use the tool names of OpenCode')
      .taking('Use the tool names of OpenCode')
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

  it('become rules also from a block list', () => {
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
      .taking('Use the tool names of OpenCode')
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

  it('keep their arguments if rules can express them', () => {
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
      .taking('Use the tool names of OpenCode')
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

  it('may be those of a program that is not one of the hosts', () => {
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      to|ols: [read_file, grep_search, run_shell_command, replace]
      ---
      You review.
    `)
      .taking('Use the tool names of Claude Code')
      .gives(`
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, Grep, Bash, Edit]
      ---
      You review.
    `);
  });

  it('are not translated if the list has comments or the file has permissions', () => {
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
    ).offersNot('Use the tool names of OpenCode');
    fixing(`
      ---
      name: reviewer
      description: Reviews changes.
      to|ols:
        - codebase # the code
        - editFiles
      ---
      You review.
    `).offersNot('Use the tool names of Claude Code');
  });
});

describe('tool purposes', () => {
  it('are known for current and removed tools', () => {
    for (const { id, dialects } of mainHosts) {
      const [first] = Object.values(dialects);
      const { tools, former } = first?.tools ?? { tools: [], former: [] };
      const purposes = (first && purposesIn(first.tools)) ?? {};
      // Of a host that was just added no tools are known yet.
      if (tools.length === 0) continue;
      const known = new Set([...tools, ...former].map(({ name }) => name.toLowerCase()));
      const names = new Set(Object.values(purposes).flat());
      assert.ok(names.size > 6, id);
      for (const name of names) {
        assert.ok(known.has(name.toLowerCase()), `${id} has no ${name}`);
        assert.ok(purposesOf(name, purposes).length > 0);
      }
    }
  });
});
