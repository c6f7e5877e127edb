// `dossier check` also reports what other agents and companions cause in a file.
import assert from 'node:assert/strict';
import { running } from '../support/running';

const named = (name: string, more = ''): string =>
  `---\nname: ${name}\ndescription: Reviews changes.\n${more}---\nYou review.\n`;
const first = '.claude/agents/first.md';
const second = '.claude/agents/second.md';
const sharedWith = { [first]: named('reviewer'), [second]: named('reviewer') };

interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

const reported = (files: Record<string, string>, ...argv: string[]): string[] => {
  const { json } = running(files, ['check', ...argv, '--format', 'json']);
  return (json as { findings: Reported[] }).findings.map(({ file, rule }) => `${file}: ${rule}`);
};

describe('dossier check of several agents', () => {
  it('reports two of one name once', () => {
    assert.deepEqual(reported(sharedWith), [`${first}: duplicate-name`]);
  });

  it('reports which file is intended, at the name', () => {
    const { out, code } = running(sharedWith, ['check']);
    assert.match(
      out,
      /"reviewer" is also defined in \.claude\/agents\/second\.md\. Claude Code uses whichever/,
    );
    assert.match(out, / 2 \| name: reviewer\n +\| +\^{8}\n/);
    assert.match(out, /2 files, 0 errors, 1 warning\n/);
    assert.equal(code, 0);
  });

  it('looks around a file that was named, and speaks of that one alone', () => {
    assert.deepEqual(reported(sharedWith, first), [`${first}: duplicate-name`]);
    assert.match(running(sharedWith, ['check', first]).out, /1 file, 0 errors, 1 warning/);
    const excluding = { ...sharedWith, 'dossier.config.json': `{ "exclude": ["${second}"] }` };
    assert.deepEqual(reported(excluding, first), []);
  });

  it('looks further up in the repository, and into no other project', () => {
    const below = 'packages/web/.claude/agents/lead.md';
    const files = { [below]: named('lead', 'tools: Agent(buildr)\n'), '.git/HEAD': 'ref' };
    const builder = named('builder');
    const found = [`${below}: unknown-agent`];
    assert.deepEqual(reported({ ...files, '.claude/agents/builder.md': builder }, below), found);
    assert.deepEqual(reported({ ...files, 'docs/.claude/agents/builder.md': builder }, below), []);
    const apart = { ...files, 'packages/.git/HEAD': 'ref', '.claude/agents/builder.md': builder };
    assert.deepEqual(reported(apart, below), []);
  });

  it('does not find what a file needs if no project surrounds it', () => {
    const hook = 'hooks: {Stop: [{hooks: [{type: command, command: ./scripts/no.sh}]}]}\n';
    const files = { [first]: named('reviewer', hook) };
    assert.deepEqual(reported(files, first), [`${first}: missing-script`]);
    assert.deepEqual(reported({ ...files, 'scripts/no.sh': '' }, first), []);
  });

  it('leaves it where there is much around, or files of many projects are named', () => {
    const crowd = (size: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: size }, (_, at) => [`.claude/agents/a${at}.md`, named(`a${at}`)]),
      );
    assert.deepEqual(reported({ ...sharedWith, ...crowd(99) }, first), [
      `${first}: duplicate-name`,
    ]);
    assert.deepEqual(reported({ ...sharedWith, ...crowd(100) }, first), []);
    const projects = Array.from({ length: 9 }, (_, at) => `p${at}/${first}`);
    const all = Object.fromEntries(projects.map((path) => [path, named('reviewer')]));
    const files = { ...all, [`p0/${second}`]: named('reviewer') };
    assert.deepEqual(reported(files, ...projects.slice(0, 8)), [`p0/${first}: duplicate-name`]);
    assert.deepEqual(reported(files, ...projects), []);
  });

  it('reads the companions of the files: settings that deny, skills, servers', () => {
    const files = {
      [first]: named('deployer', 'tools: Read, mcp__trackr__search\nskills: Style, release\n'),
      '.claude/settings.json': '{ "permissions": { "deny": ["Agent(deployer)"] } }',
      '.claude/skills/style/SKILL.md': '---\ndescription: Our style.\n---\n# Style\n',
      '.mcp.json': '{ "mcpServers": { "tracker": { "command": "tracker" } } }',
    };
    const all = ['denied-agent', 'missing-server', 'missing-skill'];
    assert.deepEqual(
      reported(files),
      all.map((rule) => `${first}: ${rule}`),
    );
    // Whether the user's own files provide the other skill is unknown here.
    assert.doesNotMatch(running(files, ['check']).out, /"release"/);
    const config = { 'dossier.config.json': '{ "exclude": [".claude/settings.json"] }' };
    assert.deepEqual(
      reported({ ...files, ...config }),
      all.slice(1).map((rule) => `${first}: ${rule}`),
    );
    assert.deepEqual(
      reported(files, first),
      all.map((rule) => `${first}: ${rule}`),
    );
  });

  it('applies ignore comments and a baseline', () => {
    const ignoring = named('reviewer', '').replace(
      'name:',
      '# dossier-ignore duplicate-name: the second is an experiment\nname:',
    );
    assert.deepEqual(reported({ ...sharedWith, [first]: ignoring }), [`${second}: duplicate-name`]);
    const { file } = running(sharedWith, ['check', '--write-baseline', 'list.json']);
    const list = file('list.json') ?? '';
    assert.match(list, /duplicate-name/);
    assert.deepEqual(reported({ ...sharedWith, 'list.json': list }, '--baseline', 'list.json'), []);
  });

  it('is as severe as the team wants it', () => {
    const config = { 'dossier.config.json': '{"rules": {"duplicate-name": "off"}}' };
    assert.deepEqual(reported({ ...sharedWith, ...config }), []);
  });

  it('leaves a comment for it alone where nothing is known of others', () => {
    const ignoring = named('reviewer').replace(
      'name:',
      '# dossier-ignore duplicate-name: known\nname:',
    );
    assert.deepEqual(reported({ [first]: ignoring }, first), []);
  });

  it('also surveys the surroundings of a folder of agents, because a prompt next to it may name an agent', () => {
    const closed =
      'name: helper\ndescription: Works.\nuser-invocable: false\ndisable-model-invocation: true';
    const agents = { '.github/agents/helper.agent.md': `---\n${closed}\n---\nYou work.\n` };
    const prompt = '---\ndescription: Helps.\nagent: helper\n---\nHelp.\n';
    assert.deepEqual(reported(agents, '.github/agents'), [
      '.github/agents/helper.agent.md: unreachable-agent',
    ]);
    const named = { ...agents, '.github/prompts/help.prompt.md': prompt };
    assert.deepEqual(reported(named, '.github/agents'), []);
  });
});

describe('dossier check of many descriptions', () => {
  it('reports their sum once, at the longest', () => {
    const files = Object.fromEntries(
      Array.from({ length: 80 }, (_, n) => [
        `.claude/agents/a${n}.md`,
        named(`a${n}`).replace('Reviews changes.', 'Reviews changes. '.repeat(n === 7 ? 55 : 50)),
      ]),
    );
    const { json } = running(files, ['check', '--format', 'json']);
    const sums = (json as { findings: Reported[] }).findings.filter(
      ({ rule }) => rule === 'long-descriptions',
    );
    assert.deepEqual(
      sums.map(({ file, severity }) => [file, severity]),
      [['.claude/agents/a7.md', 'warning']],
    );
    assert.match(
      sums[0]?.message ?? '',
      /^Claude Code sends the descriptions of 80 agents .*about 17,\d{3} tokens/,
    );
  });
});
