// The rows of the steps in which an agent is created.
import assert from 'node:assert/strict';
import {
  type Draft,
  dropUnavailable,
  hasTypedText,
  nameOf,
  paramsOf,
  withHosts,
  withPlace,
  withPurpose,
  withTypedName,
} from '../../client/new-agent/draft';
import {
  accessRows,
  capabilityRows,
  colorRows,
  minimumFor,
  modelRows,
  programRows,
  purposeRows,
  reviewRows,
  wordsRow,
} from '../../client/new-agent/rows';
import { newAgentChoices } from '../../server/lsp/answers/new-agent';
import type { NewAgentChoices, NewAgentFiles } from '../../server/protocol/protocol';
import { catalog } from '../support/catalog';
import { inEnglish } from '../support/words';

const choices = inEnglish(newAgentChoices(catalog));

const draft = (): Draft => ({
  hosts: ['claude-code'],
  place: { folder: 'file:///w', scope: 'project' },
  typedPurpose: '',
});

describe('the steps of a new agent', () => {
  it('offer each role, and the words that the author types', () => {
    const rows = purposeRows(choices, 0);
    assert.equal(rows.length, choices.roles.length + 1);
    assert.equal(rows.at(-1)?.label, 'Something else');
    assert.equal(purposeRows(choices, 2)[0]?.description, '2 lines become the prompt');
    assert.equal(wordsRow('  '), undefined);
    assert.deepEqual(wordsRow(' reviews SQL '), {
      label: 'Purpose: reviews SQL',
      icon: 'edit',
      value: { from: 'words', words: 'reviews SQL' },
    });
  });

  it('offer permissions with those that suffice for the purpose', () => {
    for (const { id } of choices.roles) {
      const rows = accessRows(choices, minimumFor(choices, { from: 'role', role: id }));
      const marked = rows.filter(({ description }) => description?.includes('sufficient'));
      assert.equal(marked.length, 1, id);
    }
    const [readOnly] = accessRows(choices, minimumFor(choices));
    assert.equal(readOnly?.label, 'Read only');
    assert.equal(readOnly.description, 'Read, Search (sufficient for this purpose)');
  });

  it('offer each program with its folder, and mark privileged permissions', () => {
    assert.deepEqual(
      programRows(choices).find(({ value }) => value === 'claude-code'),
      { label: 'Claude Code', description: '.claude/agents', value: 'claude-code' },
    );
    const privileged = 'privileged: select only if needed';
    const marked = capabilityRows(choices).filter(({ description }) => description === privileged);
    assert.deepEqual(
      marked.map(({ value }) => value),
      choices.capabilities.filter(({ isPrivilege }) => isPrivilege).map(({ id }) => id),
    );
    assert.ok(marked.length > 0 && marked.length < choices.capabilities.length);
  });

  it('offer models for one program only', () => {
    const hosts: NewAgentChoices['hosts'] = [
      ['one', ['fast', 'small'], ['quick', 'small'], ['deep', 'large'], ['plain', 'other']],
      ['two', ['deep', 'large']],
      ['none'],
    ].map(([host, ...models]) => ({
      ...{ host: String(host), hostName: '', folder: '', userFolder: null, hasColors: false },
      models: models.map(([id = '', description = '']) => ({ id, description })),
    }));
    const rows = (...selected: readonly string[]) =>
      modelRows({ ...choices, hosts }, selected).map(({ label, description, value, isHeading }) =>
        isHeading ? `-- ${label}` : `${label} = ${value} (${description ?? ''})`,
      );
    const session = 'Session model =  (uses the model of the current session)';
    assert.deepEqual(rows('one'), [
      session,
      ...['-- small', 'fast = fast ()', 'quick = quick ()'],
      ...['deep = deep (large)', 'plain = plain (other)'],
    ]);
    assert.deepEqual(rows('two'), [session, 'deep = deep (large)']);
    for (const selected of [[], ['none'], ['one', 'two'], ['one', 'none'], ['unknown']])
      assert.deepEqual(rows(...selected), [], selected.join());
  });

  it('offer colors if one of the programs has colors', () => {
    const withColors = choices.hosts.find(({ hasColors }) => hasColors)?.host ?? '';
    const without = choices.hosts.find(({ hasColors }) => !hasColors)?.host ?? '';
    assert.deepEqual(colorRows(choices, []), []);
    assert.deepEqual(colorRows(choices, [without]), []);
    const rows = colorRows(choices, [without, withColors]);
    assert.deepEqual(rows[0], { label: 'No color', value: '' });
    assert.deepEqual(
      rows.slice(1),
      choices.colors.map(({ name, hex }) => ({ label: name, description: hex, value: name })),
    );
  });

  it('end with the files, their folders and what each program grants', () => {
    const answer: NewAgentFiles = {
      ...{ error: null, warning: null, suggestion: null, description: 'Reviews code.' },
      files: [
        {
          ...{ uri: 'file:///w/.claude/agents/a.md', path: '.claude/agents/a.md', text: '' },
          hostNames: ['Claude Code', 'VS Code'],
          grants: [
            { hostName: 'Claude Code', tools: ['Read', 'Grep'], limit: null },
            { hostName: 'VS Code', tools: null, limit: null },
          ],
        },
      ],
      unlimited: [],
    };
    const options = { language: 'en', model: undefined, color: 'red' };
    const rows = reviewRows(answer, () => true, { ...options, hasModels: true, hasColors: true });
    const [create, , file] = rows;
    assert.deepEqual([create?.label, create?.value], ['Create 1 file', 'create']);
    assert.deepEqual(
      [file?.label, file?.description, file?.detail],
      [
        '.claude/agents/a.md',
        'Claude Code and VS Code, in a new folder',
        'Claude Code: Read, Grep · VS Code: all tools',
      ],
    );
    assert.deepEqual(
      rows.slice(4).map(({ label, description }) => [label, description]),
      [
        ['Description', 'Reviews code.'],
        ['Model', 'Session model'],
        ['Color', 'red'],
      ],
    );
    const refused = reviewRows({ ...answer, error: 'It already exists.' }, () => false, {
      ...options,
      ...{ hasModels: false, hasColors: false },
    });
    assert.deepEqual(
      refused.filter(({ isHeading }) => !isHeading).map(({ value }) => value),
      ['back', 'back', 'description'],
    );
    assert.equal(refused[0]?.label, 'It already exists.');
    const [, open, , limited] = reviewRows(
      {
        ...answer,
        unlimited: ['Codex'],
        files: answer.files.map((file) => ({
          ...file,
          grants: [{ hostName: 'Codex', tools: null, limit: 'read-only, not guaranteed' }],
        })),
      },
      () => false,
      { ...options, hasModels: false, hasColors: false },
    );
    assert.deepEqual(
      [open?.label, open?.description, open?.icon],
      ['May change files and run commands in Codex', 'its file cannot prevent it', 'error'],
    );
    assert.equal(limited?.detail, 'Codex: read-only, not guaranteed');
  });
});

describe('the answers for a new agent', () => {
  it('keep what the author typed, and ask before it is lost', () => {
    const answers = draft();
    withPurpose(answers, { from: 'role', role: 'reviewer' });
    answers.proposed = 'reviewer';
    assert.equal(hasTypedText(answers), false);
    answers.typedName = 'eagle';
    answers.capabilities = ['read'];
    assert.equal(hasTypedText(answers), true);
    withPurpose(answers, { from: 'role', role: 'debugger' });
    assert.deepEqual(
      [nameOf(answers), answers.proposed, answers.capabilities],
      ['eagle', undefined, undefined],
    );
  });

  it('keep the permissions if the same purpose is selected again', () => {
    const answers = draft();
    withPurpose(answers, { from: 'role', role: 'reviewer' });
    answers.capabilities = ['read'];
    withPurpose(answers, { from: 'role', role: 'reviewer' });
    assert.deepEqual(answers.capabilities, ['read']);
  });

  it('include another proposed name for other programs and another place, unless it was typed', () => {
    const answers = draft();
    for (const change of [
      () => withHosts(answers, ['codex']),
      () => withPlace(answers, { folder: 'file:///v', scope: 'user' }),
    ]) {
      answers.proposed = 'reviewer';
      change();
      assert.equal(answers.proposed, undefined);
    }
    assert.deepEqual(
      [answers.hosts, answers.place],
      [['codex'], { folder: 'file:///v', scope: 'user' }],
    );
    answers.proposed = 'reviewer';
    withTypedName(answers, 'reviewer');
    assert.equal(answers.typedName, undefined, 'the proposed name is not typed');
    withTypedName(answers, 'eagle');
    withHosts(answers, ['opencode']);
    answers.proposed = 'reviewer-2';
    assert.equal(nameOf(answers), 'eagle');
    withTypedName(answers, 'reviewer-2');
    assert.deepEqual([answers.typedName, nameOf(answers)], [undefined, 'reviewer-2']);
  });

  it('keep a model and a color only if the programs offer them', () => {
    const rows = (...values: readonly string[]) => values.map((value) => ({ label: value, value }));
    const left = (models: readonly string[], colors: readonly string[]) => {
      const answers: Draft = { ...draft(), model: 'sonnet', color: 'red' };
      dropUnavailable(answers, rows(...models), rows(...colors));
      return [answers.model, answers.color];
    };
    assert.deepEqual(left(['', 'opus', 'sonnet'], ['', 'red']), ['sonnet', 'red']);
    assert.deepEqual(left(['', 'gpt-5'], ['', 'red']), [undefined, 'red']);
    assert.deepEqual(left([], []), [undefined, undefined]);
  });

  it('become one request', () => {
    const answers = draft();
    withPurpose(answers, { from: 'words', words: 'reviews SQL' });
    answers.proposed = 'sql-reviewer';
    const params = paramsOf(answers, 'selected');
    assert.deepEqual(
      [params.name, params.purpose, params.role, params.prompt],
      ['sql-reviewer', 'reviews SQL', undefined, undefined],
    );
    withPurpose(answers, { from: 'selection' });
    assert.equal(paramsOf(answers, 'selected').prompt, 'selected');
  });
});
