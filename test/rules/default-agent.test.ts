// The agent with which a session begins, named in a configuration: what is reported, offered and explained.
import assert from 'node:assert/strict';
import { complete } from '../../server/features/completion/complete';
import { hover } from '../../server/features/hover/hover';
import { definition } from '../../server/features/navigation';
import { applyEdits } from '../../server/text/edit';
import { type OpenedInProject, openedInProject } from '../support/opened-in-project';
import { words } from '../support/words';

/** The findings on the agent that it names. */
const reported = (text: string, options?: OpenedInProject): readonly string[] =>
  openedInProject(text, options)
    .view.findings()
    .filter(({ rule }) => rule === 'unknown-agent')
    .map(({ span, severity, message }) => {
      const name = text.slice(span?.start, span?.end);
      return `${severity} ${name}: ${words(message)}`;
    });

const names = (agent: string, more: object = {}): string =>
  JSON.stringify({ default_agent: agent, ...more });
const agent = (fields: string): string => `---\ndescription: Reviews.\n${fields}---\nYou review.\n`;
const file = (fields: string, name = 'reviewer') => ({
  files: { [`.opencode/agent/${name}.md`]: agent(fields) },
});

describe('a default agent', () => {
  it('is an error where it is a subagent, hidden, disabled or missing', () => {
    const effect = 'In the terminal, OpenCode starts with another agent; "opencode run" fails.';
    assert.deepEqual(reported(names('reviewer'), file('mode: subagent\n')), [
      `error reviewer: "reviewer" is a subagent, so OpenCode cannot start with it. ${effect} Use another agent, such as "build".`,
    ]);
    assert.deepEqual(reported(names('reviewer'), file('mode: primary\nhidden: true\n')), [
      `error reviewer: "reviewer" is hidden, so OpenCode cannot start with it. ${effect} Use another agent, such as "build".`,
    ]);
    assert.deepEqual(reported(names('reviewer'), file('disable: true\n')), [
      `error reviewer: "reviewer" is disabled, so OpenCode cannot start with it. ${effect} Use another agent, such as "build".`,
    ]);
    assert.deepEqual(reported(names('stranger'), file('mode: primary\n')), [
      `warning stranger: OpenCode has no agent named "stranger". ${effect} Use another agent, such as "reviewer".`,
    ]);
  });

  it('may be defined in the configuration or built in', () => {
    const entry = (fields: object) => names('chief', { agent: { chief: fields } });
    assert.match(reported(entry({ mode: 'subagent' })).join('\n'), /is a subagent, so OpenCode/);
    assert.match(reported(entry({ hidden: true })).join('\n'), /is hidden, so OpenCode/);
    assert.match(reported(entry({ disable: true })).join('\n'), /is disabled, so OpenCode/);
    assert.match(reported(names('explore')).join('\n'), /"explore" is a subagent/);
    assert.match(reported(names('title')).join('\n'), /"title" is hidden/);
    assert.match(reported(names('Build')).join('\n'), /no agent named "Build"/);
  });

  it('is not reported where a session can begin with it', () => {
    assert.deepEqual(reported(names('reviewer'), file('')), []);
    assert.deepEqual(reported(names('reviewer'), file('mode: primary\n')), []);
    assert.deepEqual(reported(names('chief', { agent: { chief: {} } })), []);
    assert.deepEqual(reported(names('chief', { mode: { chief: { mode: 'subagent' } } })), []);
    assert.deepEqual(reported(names('plan')), []);
    assert.deepEqual(reported(names('explore', { agent: { explore: { mode: 'primary' } } })), []);
    assert.deepEqual(reported(names('')), []);
  });

  it('is not reported where something unknown may define or replace it', () => {
    const stranger = names('stranger');
    assert.deepEqual(reported(names('{env:AGENT}')), []);
    assert.deepEqual(reported(stranger, { isHomeUnknown: true }), []);
    assert.deepEqual(reported(names('stranger', { plugin: ['agents-of-mine'] })), []);
    assert.deepEqual(reported(names('stranger', { plugin: [['agents-of-mine', {}]] })), []);
    for (const folder of ['project/package/', 'project/', 'home/.config/'])
      assert.deepEqual(
        reported(stranger, {
          at: 'project/package/opencode.json',
          files: {
            [`${folder}${folder.startsWith('home') ? '' : '.'}opencode/plugin/mine.ts`]: '',
          },
        }),
        [],
        folder,
      );
    assert.deepEqual(reported(stranger, { settings: { versions: { opencode: '2' } } }), []);
    assert.deepEqual(
      reported(stranger, { files: { '.opencode/opencode.json': names('build') } }),
      [],
    );
    const isBoth = {
      files: {
        '.opencode/agent/reviewer.md': agent('mode: subagent\n'),
        '.opencode/opencode.json': '{ "agent": { "reviewer": { "mode": "primary" } } }',
      },
    };
    assert.deepEqual(reported(names('reviewer'), isBoth), []);
  });

  it('is not that of another project in the workspace', () => {
    const files = { 'other/.opencode/agent/reviewer.md': agent('disable: true\n') };
    const own = { 'mine/.opencode/agent/reviewer.md': agent('mode: primary\n') };
    const at = 'mine/opencode.json';
    assert.deepEqual(reported(names('reviewer'), { at, files: { ...files, ...own } }), []);
    assert.match(reported(names('reviewer'), { at, files }).join('\n'), /no agent named/);
  });

  it('of Kilo is one of its own agents', () => {
    const at = 'kilo.json';
    assert.deepEqual(reported(names('ask'), { at }), []);
    assert.deepEqual(reported(names('explore'), { at }), [
      'error explore: "explore" is a subagent, so Kilo cannot start with it. Kilo refuses the first message of "kilo run". Use another agent, such as "code".',
    ]);
    assert.deepEqual(reported(names('ask')).length, 1);
  });

  it('has a fix where another name was meant', () => {
    const { view } = openedInProject(names('buld'));
    const [finding] = view.findings();
    assert.match(words(finding?.message) ?? '', /Did you mean "build"\?$/);
    assert.deepEqual(
      finding?.fixes.map(({ title }) => words(title)),
      ['Replace with "build"'],
    );
    assert.deepEqual(openedInProject(names('stranger')).view.findings()[0]?.fixes, []);
  });

  it('is completed with the agents that it can be', () => {
    const labels = (text: string, options?: OpenedInProject) => {
      const { view } = openedInProject(text.replace('|', ''), options);
      return complete(view, text.indexOf('|'));
    };
    const agents = {
      files: {
        '.opencode/agent/reviewer.md': agent(''),
        '.opencode/agent/helper.md': agent('mode: subagent\n'),
        '.opencode/agent/plan.md': agent('disable: true\n'),
      },
    };
    assert.deepEqual(
      labels('{ "default_agent": "|" }', agents).map(({ label, insert }) => [label, insert]),
      [
        ['reviewer', 'reviewer'],
        ['build', 'build'],
      ],
    );
    assert.deepEqual(
      labels('{ "default_agent": | }', agents).map(({ insert }) => insert),
      ['"reviewer"', '"build"'],
    );
    assert.deepEqual(labels('{ "model": "|" }', agents), []);
    assert.ok(labels('{ "default_agent": "|" }', { at: 'kilo.json' }).length > 4);
  });

  it('is offered once where two programs read the file', () => {
    const settings: OpenedInProject['settings'] = { programs: ['opencode', 'kilo'] };
    const text = '{ "default_agent": "" }';
    const labels = complete(openedInProject(text, { settings }).view, text.indexOf('""') + 1).map(
      ({ label }) => label,
    );
    assert.ok(labels.includes('build') && labels.includes('plan') && labels.length > 2);
    assert.deepEqual(labels, [...new Set(labels)]);
  });

  it('is written with escapes', () => {
    const id = 'the-re"view\\er';
    const defined = { agent: { [id]: { description: 'Reviews.', mode: 'primary' } } };
    const text = JSON.stringify({ default_agent: 'the-review-er', ...defined });
    const { view } = openedInProject(text);
    const [fix] = view
      .findings()
      .flatMap(({ rule, fixes }) => (rule === 'unknown-agent' ? fixes : []));
    assert.equal(words(fix?.title), `Replace with "${id}"`);
    assert.deepEqual(JSON.parse(applyEdits(text, fix?.edits() ?? [])), {
      ...{ default_agent: id, ...defined },
    });
    const item = complete(view, text.indexOf('review')).find(({ label }) => label === id);
    assert.equal(JSON.parse(`"${item?.insert}"`), id);
  });

  it('is explained, and leads to its file', () => {
    const text = names('reviewer');
    const { view, index } = openedInProject(text, file('mode: primary\n'));
    const offset = text.indexOf('reviewer') + 2;
    assert.match(words(hover(view, offset)?.markdown ?? ''), /\*\*reviewer\*\* · OpenCode agent/);
    assert.deepEqual(
      definition(view, offset, index).map(({ path }) => path),
      ['.opencode/agent/reviewer.md'],
    );
    const own = names('plan');
    const built = words(hover(openedInProject(own).view, own.indexOf('plan') + 1)?.markdown ?? '');
    assert.match(built, /\*\*plan\*\* · OpenCode agent\n\nBuilt into OpenCode\.$/);
  });
});
