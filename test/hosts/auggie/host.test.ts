// What an author sees in a file of Auggie.
import assert from 'node:assert/strict';
import { completing } from '../../support/completing';
import { diagnosing } from '../../support/diagnosing';
import { running } from '../../support/running';
import { claudeFile, type Opened, viewAt } from '../../support/viewing';

const at = '.augment/agents/reviewer.md';
const head = 'name: reviewer\ndescription: Reviews changes.';
const text = (fields: string): string => `---\n${fields}\n---\n\nYou review the changes.\n`;
const verdictOn = (content: string, path = at) => viewAt(content, { at: path }).verdicts()[0];

describe('Auggie', () => {
  it('is the only reader of its folder and has the agent', () => {
    const [verdict, ...others] = viewAt(text(`${head}\ntools: [view, docs_search]`), {
      at,
    }).verdicts();
    assert.deepEqual(others, []);
    assert.equal(verdict?.place.host.id, 'auggie');
    assert.equal(verdict.outcome, 'loads');
    assert.equal(verdict.persona?.id, 'reviewer');
    assert.deepEqual(verdict.persona.tools.granted, ['view']);
    assert.deepEqual(verdict.persona.tools.unverified, ['docs_search']);
    assert.equal(verdict.persona.prompt, 'You review the changes.');
  });

  it('names an agent without a name by its path, with or without frontmatter', () => {
    const path = '.augment/agents/team/reviewer.md';
    assert.equal(verdictOn(text('description: Reviews.'), path)?.persona?.id, 'team:reviewer');
    const bare = verdictOn('You review.\n', path);
    assert.equal(bare?.outcome, 'loads');
    assert.equal(bare.persona?.id, 'team:reviewer');
    assert.equal(bare.persona.tools.all, true);
  });

  it('reads names in a list and in a string alike', () => {
    const listed = verdictOn(text(`${head}\ntools:\n  - view\n  - web-fetch`))?.persona?.tools;
    const joined = verdictOn(text(`${head}\ntools: view, web-fetch`))?.persona?.tools;
    assert.deepEqual(listed?.granted, ['view', 'web-fetch']);
    assert.deepEqual(joined, listed);
  });

  it('ignores "tools" next to "disabled_tools"', () => {
    const content = text(`${head}\ntools: [view]\ndisabled_tools: [save-file]`);
    const tools = verdictOn(content)?.persona?.tools;
    assert.equal(tools?.all, true);
    assert.deepEqual(tools.denied, ['save-file']);
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: [view]
      ^^^^^ warning ineffective-field: "tools" has no effect here. With "disabled_tools", Auggie ignores it, so the agent has all tools except those. Remove one of the two.
      disabled_tools: [save-file]
      ---
      You review the changes.
      `,
      { at },
    );
  });

  it('has nothing to report about what is not known of it', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      tools: [Read, terminal, view]
      model: sonnet
      color: orange
      hidden: yes
      ---
      You review the changes.
      `,
      { at },
    ));

  it('reports nothing of an agent whose tools it cannot know', () => {
    for (const tools of ['[]', '', '""', '{ view: true }', '5'])
      assert.equal(verdictOn(text(`${head}\ntools: ${tools}`))?.outcome, 'unknown', tools);
  });

  it('reports nothing of a frontmatter that is not an ordinary one', () => {
    const own = `---\n${head}\n---\nYou review.\n`;
    for (const content of [
      `\uFEFF${own}`,
      `\n${own}`,
      `Text\n${own}`,
      own.replace('---', '---yaml'),
      `---\n${head}\n`,
      '---\n- a\n---\nYou review.\n',
    ])
      assert.notEqual(verdictOn(content)?.outcome, 'loads-changed', JSON.stringify(content));
    assert.equal(verdictOn(`\uFEFF${own}`)?.outcome, 'unknown');
  });

  it('loses a limit with a frontmatter that is not YAML', () =>
    diagnosing(
      `
      ---
      name: reviewer
      description: Use when: asked
                       ^^^^^ error invalid-yaml: Unquoted value contains ": ", which is not valid YAML. Auggie silently ignores the whole frontmatter: the agent is named after its path and has all tools. A limit on the agent is lost.
      tools: [view]
      ---
      You review the changes.
      `,
      { at },
    ));

  it('ignores a denial of another program, so the agent has the tool', () => {
    diagnosing(
      `
      ---
      name: reviewer
      description: Reviews changes.
      disallowedTools: [launch-process]
      ^^^^^^^^^^^^^^^ error unknown-field: "disallowedTools" is not a field in Auggie, so the limit does not apply and the agent can run commands. Use "disabled_tools" to limit it.
      ---
      You review the changes.
      `,
      { at },
    );
  });

  it('offers its own fields and tools', () => {
    completing('---\nname: reviewer\n|\n---\n', { at }).offers('tools', 'disabled_tools', 'model');
    completing(text(`${head}\ndisabled_tools: [|]`), { at }).offers('save-file', 'launch-process');
  });
});

describe('Auggie in folders of other programs', () => {
  const shared = '.agents/agents/reviewer.md';
  const content = text(head);
  const readers = (path: string, opened: Opened = {}): readonly string[] =>
    viewAt(content, { at: path, ...opened })
      .verdicts()
      .map(({ place }) => place.host.id);

  for (const path of [claudeFile, shared]) {
    it(`does not count in ${path} by itself`, () =>
      assert.ok(!readers(path).includes('auggie'), String(readers(path))));

    it(`counts in ${path} where it is in use`, () => {
      assert.ok(readers(path, { settings: { programs: ['auggie'] } }).includes('auggie'));
      assert.ok(readers(path, { files: { [at]: content } }).includes('auggie'));
    });
  }

  it('`explain` shows it there where all hosts are requested', () => {
    const explained = (...args: string[]): string =>
      running({ [claudeFile]: content }, ['explain', claudeFile, ...args], '').out;
    assert.doesNotMatch(explained(), /Auggie/);
    assert.match(explained('--host', 'all'), /Auggie 0\.36\.0: loads as written/);
  });

  it('adds no finding to a file that is written for Claude Code', () => {
    const claude = text(`${head}\ntools: Read, Bash\nmodel: opus\npermissionMode: plan`);
    const files = { [claudeFile]: claude, [at]: text('name: other\ndescription: Reviews.') };
    const { out } = running(files, ['check', '--notes'], '');
    assert.match(out, /^2 files, 0 errors, 0 warnings(?!, \d+ note)/m);
  });
});
