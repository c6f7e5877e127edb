import { hovering } from '../support/hovering';
import { claudeFile, opencodeFile, vscodeFile } from '../support/viewing';

const opencode = { at: opencodeFile };
const vscode = { at: vscodeFile };

describe('hover over a field', () => {
  it('says what it is, takes, and means when absent or wrong, and how that is known', () => {
    hovering('---\ncol|or: red\n---')
      .over('color')
      .says('**color** · Claude Code', 'Takes `red`', 'Absent:', 'Anything else:', 'Known from:');
    hovering('---\nmod|e: all\n---', opencode).says('`subagent`', 'will not start', 'Known from:');
    hovering('---\nhand|offs: []\n---', vscode).says('VS Code', 'Known from:');
  });

  it('says that it is old, or idle', () => {
    hovering('---\nmax|Steps: 5\n---', opencode).says('Old: OpenCode');
    hovering('---\nprom|pt: x\n---', opencode).says('No effect here');
  });

  it('says what becomes of a key that the host does not know', () => {
    hovering('---\nname: a\nauth|or: me\n---')
      .over('author')
      .says('is not a field of Claude Code', 'Known from:');
    hovering('---\ntag|s: [a]\n---', opencode).says('model provider', 'Known from:');
    hovering('---\nautho|\n---').saysNothing();
  });

  it('explains keys further down', () => {
    hovering('---\npermission:\n  ba|sh: deny\n---', opencode).says('Shell commands');
    hovering('---\nhooks:\n  Sto|p: []\n---').says('Runs at Stop');
    hovering('---\nexperimental:\n  cache|Ttl: 5m\n---').says('cache');
  });

  it('speaks for each owner, and for guests that were asked for', () => {
    hovering('---\nto|ols: [read]\n---', vscode).says('· VS Code', '· Copilot CLI');
    hovering('---\nto|ols: Read\n---').saysNot('· VS Code');
    hovering('---\nto|ols: Read\n---', { at: claudeFile, settings: { guests: 'all' } }).says(
      '· Claude Code',
      '· VS Code',
    );
  });
});

describe('hover over a value', () => {
  it('says what a word means', () => {
    hovering('---\npermissionMode: pl|an\n---')
      .over('plan')
      .says('**plan**', 'ExitPlanMode', 'Known from:');
    hovering('---\nmode: sub|agent\n---', opencode).says('Started by other agents', 'Known from:');
    hovering('---\npermission:\n  bash: de|ny\n---', opencode).says('Never done');
    hovering('---\ncolor: acc|ent\n---', opencode).says("theme's accent", 'Known from:');
    hovering('---\ncolor: "or|ange"\n---').over('orange').says('Orange');
  });

  it('says what becomes of a model', () => {
    hovering('---\nmodel: son|net\n---').says(
      '**sonnet** · Claude Code',
      'Stands for `',
      'Known from:',
    );
    hovering('---\nmodel: claude-opus-4|-1\n---').says('in its place', 'Known from:');
    hovering('---\nmodel: anthropic/claude-son|net-4-5\n---', opencode).says('asks Anthropic');
    hovering('---\nmodel: gpt|-5\n---').says('no such model');
  });

  it('says nothing of free text', () => {
    hovering('---\nname: revi|ewer\n---').saysNothing();
    hovering('---\ndescription: Reviews| all.\n---').saysNothing();
  });
});

describe('hover over a tool', () => {
  it('says what it does, and that it is granted', () => {
    hovering('---\ntools: Read, Ba|sh\n---')
      .over('Bash')
      .says('**Bash** · Run commands', 'Granted.', 'Known from:');
  });

  it('says why it is lost, and what does its work', () => {
    hovering('---\ntools: Read, Multi|Edit\n---')
      .over('MultiEdit')
      .says('Not granted: the tool no longer exists', 'Edit: Changes a part of a file');
    hovering('---\ntools: [Gr|ep, Bash]\n---').says('Not granted', 'beside Bash');
    hovering('---\ntools:\n  - Foo|bar\n---').says('knows no tool "Foobar"');
    hovering('---\ntools: ba|sh\n---').says('letter by letter');
    hovering('---\ntools: AskUser|Question\n---').says('never gives this tool');
  });

  it('says what a form comes to', () => {
    hovering('---\ntools: Bash(gi|t:*)\n---')
      .over('Bash(git:*)')
      .says('more than it says', 'grants all of Bash');
    hovering('---\ntools: mcp__do|cs__search\n---').says('cannot be known from here');
    hovering('---\ntools: mc|p__*\n---').says('Not granted');
  });

  it('says its new name', () => {
    hovering('---\ntools: Ta|sk\n---').says('new name: Agent');
    hovering("---\ntools: ['tod|os']\n---", vscode).says('new name: todo');
  });

  it('says what is taken away, and what is not', () => {
    hovering('---\ndisallowedTools: Ba|sh\n---').says('Taken away.');
    hovering('---\ndisallowedTools: ba|sh\n---').says('Without effect.');
    hovering('---\ntools:\n  ba|sh: false\n---', opencode).says('Taken away.');
    hovering('---\npermission:\n  wri|te: deny\n---', opencode)
      .says('Without effect', 'limits nothing')
      .saysNot('Granted');
  });
});

describe('hover elsewhere', () => {
  it('says nothing', () => {
    hovering('--|-\nname: a\n---').saysNothing();
    hovering('---\nname: a # wh|y\n---').saysNothing();
    hovering('---\nname: a\n---\nThe too|ls are many.').saysNothing();
    hovering('---\nto|ols: Read\n---', { at: 'notes/diary.md' }).saysNothing();
  });

  it('works with Windows line breaks', () => {
    hovering('---\nname: a\ntools: Read, Multi|Edit\n---', { crlf: true }).over('MultiEdit');
  });
});

describe('hover on a field that other hosts read too', () => {
  it('tells what becomes of it there', () => {
    hovering('---\nname: reviewer\ndescription: d\nco|lor: blue\n---').says(
      'In other hosts:',
      '- VS Code: ',
      '- Copilot CLI: ',
    );
  });

  it('says nothing more where the others were not judged or do not look', () => {
    hovering('---\ndescription: d\nmo|de: all\n---', { at: opencodeFile }).saysNot(
      'In other hosts',
    );
  });
});
