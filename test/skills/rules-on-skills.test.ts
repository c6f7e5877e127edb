// Permission rules on skills that do not exist. What Claude Code does with them is recorded in test/hosts/guards.
import assert from 'node:assert/strict';
import { complete } from '../../server/features/completion/complete';
import { definition, references } from '../../server/features/navigation';
import { applyEdits } from '../../server/text/edit';
import { recorded } from '../conformance/guards/run';
import { reportedBy } from '../support/reporting';
import { Workspace } from '../workspace/renaming/workspace';

const skill = (more = ''): string => `---\ndescription: Does it.\n${more}---\n\nDo it.\n`;
const files = (permissions: object): Record<string, string> => ({
  '.claude/settings.json': JSON.stringify({ permissions }),
  '.claude/skills/review/SKILL.md': skill(),
  '.claude/skills/deploy/SKILL.md': skill('disable-model-invocation: true\n'),
  '.claude/commands/git/pr.md': skill(),
});

describe('permission rules on skills', () => {
  it('apply to no skill of a similar name, in the program', () => {
    const { skills = {} } = recorded().rules;
    assert.equal(skills['deny Skill(review)'], '-++');
    assert.equal(skills['deny Skill(rev:*)'], '-++');
    for (const rule of ['reviw', 'Review', 'rev', 'nothing'])
      assert.equal(skills[`deny Skill(${rule})`], '+++', rule);
  });

  it('are reported where another skill or command was meant', () => {
    const effect = 'Claude Code applies this rule to no skill.';
    const found = files({ deny: ['Skill(reviw)', 'Skill(Review)'], allow: ['Skill(git:prr:*)'] });
    assert.deepEqual(reportedBy('missing-skill', found), [
      `information No skill named "reviw" was found. ${effect} Did you mean "review"?`,
      `warning No skill named "Review" was found. ${effect} Did you mean "review"?`,
      `information No skill named "git:prr" was found. ${effect} Did you mean "git:pr"?`,
    ]);
  });

  it('are accepted for skills that exist, beginnings of names, built-in and unknown ones', () => {
    const rules = ['review', 'deploy', 'git:pr', 'rev:*', 'verify', 'release', 'review main', '*'];
    assert.deepEqual(
      reportedBy('missing-skill', files({ deny: rules.map((one) => `Skill(${one})`) })),
      [],
    );
    const alone = { '.claude/settings.json': '{"permissions":{"deny":["Skill(reviw)"]}}' };
    assert.deepEqual(reportedBy('missing-skill', alone), []);
  });

  const plugin = {
    'plug/.claude-plugin/plugin.json': '{ "name": "pp" }',
    'plug/skills/greet/SKILL.md': '---\nname: hello\ndescription: Greets.\n---\n\nGreet.\n',
    'plug/commands/run.md': skill(),
    'plug/agents/helper.md': '---\nname: helper\ndescription: Helps.\n---\n\nHelp.\n',
  };

  it('deny parts of a plugin by their full names only, in the program', () => {
    const { 'plugin skills': skills = {}, 'plugin agents': agents = {} } = recorded().rules;
    assert.equal(skills['deny Skill(pp:greet)'], '-+');
    assert.equal(skills['deny Skill(pp:run)'], '+-');
    assert.equal(skills['deny Skill(pp:*)'], '--');
    assert.equal(agents['deny Agent(pp:helper)'], '-+');
    assert.equal(agents['deny Task(pp:helper)'], '-+');
    for (const rule of ['greet', 'run', 'PP:greet', 'qq:greet', 'pp:gre'])
      assert.equal(skills[`deny Skill(${rule})`], '++', rule);
    for (const rule of ['helper', 'PP:helper', 'pp:*'])
      assert.equal(agents[`deny Agent(${rule})`], '++', rule);
  });

  it('are reported where they name a part of a plugin without the plugin', () => {
    const denying = (...rules: readonly string[]): readonly string[] =>
      reportedBy('missing-skill', {
        ...plugin,
        ...files({ deny: rules.map((one) => `Skill(${one})`) }),
      });
    const message =
      'information No skill named "greet" was found. Claude Code applies this rule to no skill. Did you mean "pp:greet"?';
    assert.deepEqual(denying('greet', 'greet:*'), [message, message]);
    // The program has a skill of its own with the name.
    assert.deepEqual(denying('run'), []);
    assert.deepEqual(denying('pp:greet', 'pp:run', 'pp:*', 'pp:greet:*'), []);
    // A skill of the project has the name, or begins with it.
    for (const name of ['greet', 'greetings'])
      assert.deepEqual(
        reportedBy('missing-skill', {
          ...plugin,
          ...files({ deny: ['Skill(greet)'] }),
          [`.claude/skills/${name}/SKILL.md`]: skill(),
        }),
        [],
        name,
      );
  });

  it('are reported where they name an agent of a plugin without the plugin', () => {
    const denying = (rule: string, more: Readonly<Record<string, string>> = {}) =>
      reportedBy('unknown-agent', { ...plugin, ...files({ deny: [rule] }), ...more });
    assert.deepEqual(denying('Agent(helper)'), [
      'information Claude Code has no agent named "helper" in this workspace. The one of the plugin is named "pp:helper". Use that name.',
    ]);
    assert.deepEqual(denying('Agent(pp:helper)'), []);
    assert.deepEqual(denying('Agent(Explore)'), []);
    const own = '---\nname: helper\ndescription: Helps.\n---\n\nHelp.\n';
    assert.deepEqual(denying('Agent(helper)', { '.claude/agents/helper.md': own }), []);
  });

  it('apply with a slash before the name, and not under the former name of the tool', () => {
    const { skills = {}, 'plugin skills': ofPlugin = {} } = recorded().rules;
    assert.equal(skills['deny Skill(/review)'], '-++');
    assert.equal(ofPlugin['deny Skill(/pp:run)'], '+-');
    assert.equal(ofPlugin['deny Skill(/pp:*)'], '--');
    const former = Object.entries({ ...skills, ...ofPlugin }).filter(([rule]) =>
      rule.includes('SlashCommand'),
    );
    assert.ok(former.length > 30);
    for (const [rule, answers] of former) assert.match(answers, /^[+]+$/, rule);

    const rules = ['Skill(/review)', 'Skill(/pp:run)', 'Skill(/pp:run:*)', 'Skill(/pp:*)'];
    const found = (...deny: readonly string[]) => ({ ...plugin, ...files({ deny }) });
    for (const rule of ['missing-skill', 'unapplied-rule'])
      assert.deepEqual(reportedBy(rule, found(...rules)), []);
    assert.deepEqual(reportedBy('missing-skill', found('Skill(/pp:rnu)')), [
      'information No skill named "pp:rnu" was found. Claude Code applies this rule to no skill. Did you mean "pp:run"?',
    ]);
    assert.deepEqual(reportedBy('unapplied-rule', found('SlashCommand(/pp:run)')), [
      'error "permissions.deny[0]" must be a tool that exists, not "SlashCommand(/pp:run)". Claude Code does not apply the rule. Use "Skill(/pp:run)".',
    ]);
  });

  it('are completed with full names', () => {
    const at = '.claude/settings.json';
    const text = (rule: string, list = 'deny'): string =>
      `{ "permissions": { "${list}": [${rule}] } }\n`;
    const offered = (marked: string) => {
      const offset = marked.indexOf('|');
      const plain = marked.replace('|', '');
      const files = { ...plugin, '.claude/skills/review/SKILL.md': skill(), [at]: plain };
      const items = complete(new Workspace(new Map(Object.entries(files))).view(at, plain), offset);
      return { plain, items, labels: items.map(({ label }) => label).sort() };
    };
    const names = ['Agent(pp:helper)', 'Skill(pp:greet)', 'Skill(pp:run)', 'Skill(review)'];
    assert.deepEqual(offered(text('"|"')).labels, names);
    assert.deepEqual(offered(text('"Agent(pp:helper)", "|"')).labels, names.slice(1));
    const { plain, items } = offered(text('"Skill(pp:|"'));
    const [item] = items.filter(({ label }) => label === 'Skill(pp:greet)');
    assert.ok(item);
    assert.equal(
      applyEdits(plain, [{ span: item.span, text: item.insert }]),
      text('"Skill(pp:greet)"'),
    );
    // No case shows that these change anything.
    assert.deepEqual(offered(text('"|"', 'allow')).labels, []);
  });

  it('lead to the part of the plugin, and are found from it', () => {
    const at = '.claude/settings.json';
    for (const [rule, file] of [
      ['Skill(pp:greet)', 'plug/skills/greet/SKILL.md'],
      ['Skill(pp:run)', 'plug/commands/run.md'],
      ['Skill(/pp:run)', 'plug/commands/run.md'],
      ['Agent(pp:helper)', 'plug/agents/helper.md'],
    ] as const) {
      const text = JSON.stringify({ permissions: { deny: [rule] } });
      const workspace = new Workspace(new Map(Object.entries({ ...plugin, [at]: text })));
      const view = workspace.view(at, text);
      const offset = text.indexOf(rule) + rule.length - 2;
      const found = definition(view, offset, workspace.index);
      assert.deepEqual([...new Set(found.map(({ path }) => path))], [file], rule);
      const uses = references(view, offset, workspace.index, { withDeclaration: false });
      assert.deepEqual(
        uses.map(({ path }) => path),
        [at],
        rule,
      );
    }
  });

  it('follow an agent of a plugin that is renamed', () => {
    const at = '.claude/settings.json';
    const text = '{ "permissions": { "deny": ["Agent(pp:helper)"] } }\n';
    const file = 'plug/agents/helper.md';
    const workspace = new Workspace(new Map(Object.entries({ ...plugin, [at]: text })));
    const offset = plugin[file].indexOf('helper') + 1;
    const renamed = workspace.rename(file, offset, 'assistant');
    assert.ok('edits' in renamed, JSON.stringify(renamed));
    assert.equal(
      applyEdits(text, renamed.edits.get(at) ?? []),
      text.replace('pp:helper', 'pp:assistant'),
    );
  });

  it('rename a skill and a command of a plugin, and follow them', () => {
    const settings = '.claude/settings.json';
    const asking = '.claude/agents/lead.md';
    const all: Readonly<Record<string, string>> = {
      ...plugin,
      'plug/skills/greet/SKILL.md': '---\nname: greet\ndescription: Greets.\n---\n\nGreet.\n',
      [settings]:
        '{ "permissions": { "deny": ["Skill(pp:greet)", "Skill(pp:run)", "Skill(greet)"] } }\n',
      [asking]:
        '---\nname: lead\ndescription: Leads.\nskills: ["pp:greet", "pp:run"]\n---\n\nLead.\n',
    };
    const renamed = (name: string, typed: string, at: string) => {
      const text = all[at] ?? '';
      const done = new Workspace(new Map(Object.entries(all))).rename(
        at,
        text.indexOf(name) + name.length - 1,
        typed,
      );
      assert.ok('edits' in done, JSON.stringify(done));
      const now = (path: string): string => applyEdits(all[path] ?? '', done.edits.get(path) ?? []);
      return { now, moves: done.moves };
    };
    for (const [at, name] of [
      [settings, 'pp:greet'],
      [asking, 'pp:greet'],
    ] as const)
      for (const typed of ['hello', 'pp:hello']) {
        const { now, moves } = renamed(name, typed, at);
        assert.match(
          now(settings),
          /\["Skill\(pp:hello\)", "Skill\(pp:run\)", "Skill\(greet\)"\]/,
          `${at} ${typed}`,
        );
        assert.match(now(asking), /skills: \["pp:hello", "pp:run"\]/);
        assert.match(now('plug/skills/greet/SKILL.md'), /^name: hello$/m);
        assert.deepEqual(moves, [{ from: 'plug/skills/greet', to: 'plug/skills/hello' }]);
      }
    const { now, moves } = renamed('pp:run', 'walk', settings);
    assert.match(now(settings), /"Skill\(pp:walk\)"/);
    assert.match(now(asking), /"pp:walk"/);
    assert.deepEqual(moves, [{ from: 'plug/commands/run.md', to: 'plug/commands/walk.md' }]);
  });
});
