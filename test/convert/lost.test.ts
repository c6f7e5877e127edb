// Whether the live check of conversions notices what an account does not state. Its answers are those of the programs, here made up.
import assert from 'node:assert/strict';
import type { AccountRow } from '../../server/convert/account';
import { verbatim } from '../../server/text/message';
import { lostIn, type Shown } from './lost';

const file = '---\nname: a\ndescription: d\ntools: Read, Grep, WebSearch, Artifact\n---\n\nWork.\n';
const most = { tools: 'Bash, CronList, Edit, Read, WebSearch, Write' };

const claude: Shown = {
  host: 'claude-code',
  text: file,
  answer: {
    agent: 'yes',
    description: 'd',
    prompt: '5',
    tools: 'Artifact, Grep, Read, WebSearch',
  },
  least: {},
  most,
};

const gemini = (answer: Readonly<Record<string, string>> = {}): Shown => ({
  host: 'gemini-cli',
  text: '---\nname: a\ndescription: d\ntools: [read_file, grep_search]\n---\n\nWork.\n',
  answer: {
    agent: 'yes',
    description: 'd',
    prompt: '5',
    tools: 'read_file, grep_search',
    ...answer,
  },
  least: { tools: '(none)' },
  most: { tools: '(all)' },
});

const line = (name: string): AccountRow => ({
  part: { of: 'tools', name },
  change: 'narrower',
  why: verbatim('It is left out.'),
  offset: null,
});

const all = [line('search-web'), line('Artifact')];

describe('what a conversion loses by the answers of both programs', () => {
  it('is silent where the account has no line for a tool', () =>
    assert.deepEqual(lostIn(claude, gemini(), []).silent, ['search-web', 'Artifact']));

  it('is stated where the account has a line for each', () => {
    const { parts, silent } = lostIn(claude, gemini(), all);
    assert.deepEqual({ parts, silent }, { parts: ['search-web', 'Artifact'], silent: [] });
  });

  it('is nothing where the target has every tool', () =>
    assert.deepEqual(lostIn(claude, gemini({ tools: '(all)' }), []).parts, []));

  it('includes a description and a prompt', () =>
    assert.deepEqual(lostIn(claude, gemini({ description: '|', prompt: '1' }), all).silent, [
      'description',
      'prompt',
    ]));

  it('is not known where a program shows no prompt', () => {
    const { prompt: _, ...answer } = claude.answer;
    assert.deepEqual(lostIn({ ...claude, answer }, gemini(), all).hidden, ['prompt']);
  });

  it('is no tool that a program has under a former name', () => {
    const vscode = {
      ...gemini(),
      host: 'vscode',
      text: '---\nname: a\ndescription: d\ntools: [codebase, fetch]\n---\n\nWork.\n',
      answer: { agent: 'yes', description: 'd', prompt: '5', tools: 'codebase, fetch' },
    };
    assert.deepEqual(lostIn(vscode, gemini({ tools: 'grep_search, web_fetch' }), []).parts, []);
  });

  it('is stated by no line that does not name the tool', () => {
    const other = { ...line('tools'), why: verbatim('Gemini CLI has no tools like "ArtifactX".') };
    assert.deepEqual(lostIn(claude, gemini(), [line('tools'), other]).silent, [
      'search-web',
      'Artifact',
    ]);
    const named = {
      ...line('tools'),
      why: verbatim('Gemini CLI has no tools like "Artifact", "WebSearch".'),
    };
    assert.deepEqual(lostIn(claude, gemini(), [named]).silent, []);
  });

  it('is no call of an agent that VS Code did not allow either', () => {
    const vscode = {
      ...gemini(),
      host: 'vscode',
      text: "---\nname: a\ndescription: d\ntools: [agent]\nagents: ['planner']\n---\n\nWork.\n",
      answer: { agent: 'yes', description: 'd', prompt: '5', tools: 'agent' },
    };
    const opencode = (rules: string): Shown => ({
      ...{ host: 'opencode', text: 'x\n---\n', least: {}, most: {} },
      answer: { agent: 'yes', description: 'd', prompt: '5', permissions: rules },
    });
    const some = '* * deny | task * deny | task planner allow';
    assert.deepEqual(lostIn(vscode, opencode(some), []).parts, []);
    assert.deepEqual(lostIn(vscode, opencode('* * deny'), []).silent, ['call planner']);
  });

  it('is silent for a tool that only resembles one of the target, such as a search by meaning', () => {
    const vscode = {
      ...gemini(),
      host: 'vscode',
      text: '---\nname: a\ndescription: d\ntools: [search/codebase]\n---\n\nWork.\n',
      answer: { agent: 'yes', description: 'd', prompt: '5', tools: 'search/codebase' },
    };
    assert.deepEqual(lostIn(vscode, gemini(), []).silent, ['search/codebase']);
    const near = {
      ...line('nearest-tools'),
      why: verbatim('It has the nearest to "search/codebase".'),
    };
    assert.deepEqual(lostIn(vscode, gemini(), [near]).silent, []);
  });
});
