// What is offered in skills and commands: names of others, agents, globs, files and arguments.
import assert from 'node:assert/strict';
import {
  CompletionRequest,
  CompletionTriggerKind,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { everythingDeclared, type Session, serving } from '../support/serving';

const files: Record<string, string> = {
  '.claude/agents/lead.md': '---\nname: lead\ndescription: Leads.\n---\nYou lead.\n',
  '.claude/agents/tester.md': '---\nname: tester\ndescription: Tests.\n---\nYou test.\n',
  '.claude/skills/deploy/SKILL.md': '---\ndescription: Deploys.\n---\nDeploy.\n',
  '.claude/skills/deploy/references/steps.md': 'Steps.\n',
  '.claude/commands/git/pr.md': '---\ndescription: Opens it.\n---\nOpen it.\n',
  '.opencode/agent/planner.md': '---\ndescription: Plans.\nmode: subagent\n---\nYou plan.\n',
  '.opencode/command/git/pr.md': '---\ndescription: Opens it.\n---\nOpen it.\n',
  '.opencode/command/ship.md': '---\ndescription: Ships it.\n---\nShip it.\n',
  '.kilo/agent/coder.md': '---\ndescription: Codes.\n---\nYou code.\n',
  '.kilo/commands/ship.md': '---\ndescription: Ships it.\n---\nShip it.\n',
  'README.md': 'A project.\n',
  'src/main.ts': 'export {};\n',
  'src/view.tsx': 'export {};\n',
  'src/lib/a.ts': 'export {};\n',
};

describe('lsp/skill-completion', () => {
  let session: Session;
  before(async () => {
    session = await serving({
      world: memoryFileSystem(
        Object.fromEntries(Object.entries(files).map(([path, text]) => [`/w/${path}`, text])),
        '/w',
      ),
      capabilities: { textDocument: everythingDeclared },
    });
    for (;;) {
      const query = { query: 'coder' };
      const found = await session.connection.sendRequest(WorkspaceSymbolRequest.type, query);
      if (found && found.length > 0) break;
      await new Promise((resume) => setTimeout(resume, 20));
    }
  });
  after(() => session.end());

  /** The labels at the caret, which is `|`, in a new text of the file. @param typed the last character, for a list that opens by itself. */
  const labels = async (
    path: string,
    marked: string,
    typed?: string,
  ): Promise<readonly string[]> => {
    const uri = `file:///w/${path}`;
    const before = marked.slice(0, marked.indexOf('|')).split('\n');
    session.open(uri, marked.replace('|', ''));
    const answer = await session.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
      ...(typed !== undefined && {
        context: {
          triggerKind: CompletionTriggerKind.TriggerCharacter,
          triggerCharacter: typed,
        },
      }),
    });
    session.close(uri);
    const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
    return items.map(({ label }) => label);
  };
  const claude = (rest: string): string => `---\ndescription: Does it.\n${rest}`;

  const opencode = '.opencode/command/ship.md';
  const deploy = '.claude/skills/deploy/SKILL.md';

  it('offers the agents of the program for `agent`', async () => {
    const forked = claude('context: fork\nagent: te|\n---\nDo.\n');
    assert.deepEqual(await labels(deploy, forked), ['lead', 'tester']);
    assert.deepEqual(await labels('.claude/commands/x.md', forked), ['lead', 'tester']);
    assert.deepEqual(await labels(opencode, claude('agent: |\n---\nDo.\n')), ['planner']);
    assert.deepEqual(await labels('.kilo/commands/x.md', claude('agent: |\n---\nDo.\n')), [
      'coder',
    ]);
  });

  it('offers the names of skills and commands after a slash', async () => {
    assert.deepEqual(await labels('.claude/skills/x/SKILL.md', claude('---\nThen /|\n')), [
      'deploy',
      'git:pr',
    ]);
    const lead = '---\nname: lead\ndescription: Leads.\n---\nRun /de| or src/de.\n';
    assert.deepEqual(await labels('.claude/agents/lead.md', lead), ['deploy', 'git:pr']);
    assert.deepEqual(await labels(opencode, claude('---\nThen /git/|\n')), ['git/pr']);
    assert.deepEqual(await labels('.opencode/agent/planner.md', claude('---\nThen /|\n')), [
      'git/pr',
      'ship',
    ]);
    assert.deepEqual(await labels('.kilo/agent/coder.md', claude('---\nThen /|\n')), ['ship']);
    assert.deepEqual(await labels(opencode, claude('---\nIn src/|\n')), []);
  });

  it('offers folders and endings of the project as patterns for `paths`', async () => {
    const paths = (written: string): Promise<readonly string[]> =>
      labels(deploy, claude(`paths:${written}\n---\nDo.\n`));
    assert.deepEqual(await paths(' |'), ['src/**', '**/*.md']);
    assert.deepEqual(await paths(' src/|'), ['src/lib/**', 'src/**/*.ts', 'src/**/*.tsx']);
    assert.deepEqual(await paths(' docs/**, src/|'), ['src/lib/**', 'src/**/*.ts', 'src/**/*.tsx']);
    assert.deepEqual(await paths('\n  - |'), ['src/**', '**/*.md']);
    assert.deepEqual(await paths(' src/*/|'), []);
    assert.deepEqual(await paths(' ../|'), []);
    // Enter would replace what the author may have finished.
    const finished = claude('paths: src/**|\n---\nDo.\n');
    assert.deepEqual(await labels(deploy, finished, '*'), []);
    assert.ok((await labels(deploy, finished)).length > 0);
  });

  it('offers the files of the skill in links, and those of the project after `@`', async () => {
    assert.deepEqual(await labels(deploy, claude('---\nSee [a](|\n')), ['references']);
    assert.deepEqual(await labels(deploy, claude('---\nSee [a](references/|\n')), ['steps.md']);
    assert.deepEqual(await labels(deploy, claude('---\nSee ${CLAUDE_SKILL_DIR}/|\n')), [
      'references',
    ]);
    assert.deepEqual(await labels(deploy, claude('---\nSee @src/l|\n')), [
      'main.ts',
      'view.tsx',
      'lib',
    ]);
    assert.deepEqual(await labels(opencode, claude('---\nSee @src/|\n')), [
      'main.ts',
      'view.tsx',
      'lib',
    ]);
  });

  it('offers arguments by their index where the program has them', async () => {
    const indexes = ['$ARGUMENTS[0]', '$ARGUMENTS[1]', '$ARGUMENTS[2]'];
    assert.deepEqual(await labels(deploy, claude('---\nUse $ARGUMENTS[|\n')), indexes);
    assert.deepEqual(await labels(deploy, claude('---\nUse $ARGUMENTS[|]\n')), indexes);
    assert.deepEqual(await labels(opencode, claude('---\nUse $ARGUMENTS[|\n')), []);
    assert.ok((await labels(deploy, claude('---\nUse $|\n'))).includes('$ARGUMENTS'));
  });
});
