// What an author sees while typing: the caret is after the last key, and the clock only advances when a test advances it.
import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeLens,
  type InlayHint,
  type SemanticTokens,
  TextDocumentSaveReason,
} from 'vscode-languageserver-protocol';
import { type PersonaCard, personaMethod } from '../../server/protocol/protocol';
import { type FakeClock, fakeClock } from '../support/fake-clock';
import { type Session, serving } from '../support/serving';

const claudeUri = 'file:///w/.claude/agents/reviewer.md';
const roleUri = 'file:///w/.codex/agents/reviewer.toml';

interface Author {
  readonly session: Session;
  readonly clock: FakeClock;
  /** Opens the file with the caret at `|`. @returns what is shown. */
  open(text: string): Promise<readonly string[]>;
  /** Types key by key. @returns what is shown after each key. */
  type(keys: string): Promise<readonly (readonly string[])[]>;
  /** Types the first of two characters, of which the editor writes the other one. @returns what is shown after a pause. */
  typePair(pair: string): Promise<readonly string[]>;
  /** Moves the caret without a key. */
  goTo(line: number, character: number): void;
  pause(ms: number): Promise<readonly string[]>;
  save(): Promise<readonly string[]>;
}

async function authorOf(
  options?: unknown,
  capabilities?: ClientCapabilities,
  uri = claudeUri,
): Promise<Author> {
  const clock = fakeClock();
  const session = await serving({
    clock,
    ...(options !== undefined && { options }),
    ...(capabilities && { capabilities }),
  });
  let version = 1;
  let caret = { line: 0, character: 0 };
  const shown = async (): Promise<readonly string[]> => {
    for (;;) {
      const { diagnostics, version: of = version } = await session.published(uri);
      // What was found in an earlier text may come once more, when the settings have arrived.
      if (of >= version)
        return diagnostics.map(({ code, range }) => `${range.start.line}: ${code}`);
    }
  };
  return {
    session,
    clock,
    open(marked) {
      const before = marked.slice(0, marked.indexOf('|')).split('\n');
      caret = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
      session.open(uri, marked.replace('|', ''), 'markdown');
      return shown();
    },
    async type(keys) {
      const looks: (readonly string[])[] = [];
      for (const text of keys) {
        session.edit(uri, ++version, [{ range: { start: caret, end: caret }, text }]);
        caret =
          text === '\n'
            ? { line: caret.line + 1, character: 0 }
            : { ...caret, character: caret.character + 1 };
        looks.push(await shown());
        clock.pass(180);
      }
      return looks;
    },
    async typePair(text) {
      session.edit(uri, ++version, [{ range: { start: caret, end: caret }, text }]);
      caret = { ...caret, character: caret.character + 1 };
      await shown();
      clock.pass(1000);
      return shown();
    },
    goTo(line, character) {
      caret = { line, character };
    },
    async pause(ms) {
      clock.pass(ms);
      return shown();
    },
    save() {
      session.save(uri);
      return shown();
    },
  };
}

const head = '---\nname: reviewer\ndescription: Reviews changes.\n';

describe('findings while typing', () => {
  let author: Author;
  beforeEach(async () => {
    author = await authorOf();
  });
  afterEach(() => author.session.end());

  it('wait for a pause on the line being typed', async () => {
    await author.open(`${head}|\n---\nYou review.\n`);
    const looks = await author.type('tools: Read, Foo');
    assert.deepEqual(looks.flat(), []);
    assert.deepEqual(await author.pause(700), ['3: unknown-tool']);
  });

  it('show up at once when another line is edited', async () => {
    await author.open(`${head}|\n---\nYou review.\n`);
    await author.type('tools: Read, Foo');
    author.goTo(1, 14);
    assert.deepEqual(await author.type('s'), [['3: unknown-tool']]);
  });

  it('show up at once on opening and on saving', async () => {
    assert.deepEqual(await author.open(`${head}tools: Foo, Rea|\n---\nYou review.\n`), [
      '3: empty-tools',
    ]);
    await author.type('d');
    await author.type('x');
    assert.deepEqual(await author.save(), ['3: empty-tools']);
  });

  it('go at once when they are resolved, and stay where they were shown', async () => {
    await author.open(`${head}tools: Read, Foo|\nhint: x\ncolor: teal\n---\nYou review.\n`);
    const [first] = await author.type(',');
    assert.ok(first?.includes('3: unknown-tool'), String(first));
    assert.ok(first?.includes('5: invalid-color'), String(first));
    author.goTo(5, 11);
    const [second] = await author.type('x');
    assert.ok(!second?.includes('5: invalid-color'), 'it says something else now');
  });

  it('stay where the text below them is replaced by one with the same fault', async () => {
    const lines = `${head}tools: Read, Foo\n---\nYou review.\n`;
    assert.deepEqual(await author.open(`${lines}|`), ['3: unknown-tool']);
    for (const [version, from, to, text] of [
      [2, 'tools: Read, '.length, 'tools: Read, Foo'.length, 'Foo'],
      [3, 'tools: '.length, 'tools: Read, Foo'.length, 'Bash, Foo'],
      [4, 0, 'tools: Bash, Foo'.length, 'tools: Foo, Bash'],
    ] as const) {
      const range = { start: { line: 3, character: from }, end: { line: 3, character: to } };
      author.session.edit(claudeUri, version, [{ range, text }]);
      assert.deepEqual(await author.pause(0), ['3: unknown-tool'], text);
    }
  });

  it('wait on the line being typed where they join one that was shown', async () => {
    const before = await author.open(`${head}topics: x\n|\n---\nYou review.\n`);
    assert.deepEqual(before, ['3: unknown-field']);
    const looks = await author.type('tags: x');
    assert.deepEqual([...new Set(looks.flat())], ['3: unknown-field']);
    assert.deepEqual(await author.pause(900), ['3: unknown-field', '4: unknown-field']);
  });

  it('are never an error for a key without its colon, however long the author thinks', async () => {
    await author.open(`${head}|\n---\nYou review.\n`);
    assert.deepEqual((await author.type('col')).flat(), []);
    assert.deepEqual(await author.pause(5000), []);
    assert.deepEqual((await author.type('or: ')).flat(), []);
    assert.deepEqual(await author.pause(5000), []);
    assert.deepEqual((await author.type('red')).flat(), []);
  });

  it('never ask whether the beginning of a name was meant to be the name', async () => {
    await author.open(`${head}|\n---\nYou review.\n`);
    assert.deepEqual((await author.type('tools: Re')).flat(), []);
    assert.deepEqual(await author.pause(5000), []);
    assert.deepEqual(await author.save(), ['3: empty-tools']);
  });

  it('wait for the items of a list that is about to be written', async () => {
    await author.open(`${head}|\n---\nYou review.\n`);
    assert.deepEqual((await author.type('tools:\n  - Read\n  - Gl')).flat(), []);
  });

  it('report nothing about a file that is written from its top', async () => {
    await author.open('|');
    const looks = await author.type(`${head}tools: Read\n---\n\nYou review.`);
    assert.deepEqual(looks.flat(), []);
  });

  it('wait although the editor saves the file by itself', async () => {
    await author.open('|');
    await author.type('---\nname: a');
    author.session.willSave(claudeUri, TextDocumentSaveReason.AfterDelay);
    author.session.save(claudeUri);
    assert.deepEqual(await author.type('b'), [[]]);
    author.session.willSave(claudeUri, TextDocumentSaveReason.Manual);
    assert.deepEqual(await author.save(), ['0: broken-fence']);
  });

  it('wait where a quote or a bracket is still open', async () => {
    await author.open(`---\nname: reviewer\n|\nmodel: sonnet\n---\nYou review.\n`);
    const looks = await author.type('description: "Reviews: all');
    assert.deepEqual(
      looks.flat().filter((one) => !one.includes('missing-field')),
      [],
    );
  });

  it('report immediately what is pasted in several places', async () => {
    await author.open(`${head}tools: Read\n|\n---\nYou review.\n`);
    const at = { line: 3, character: 11 };
    author.session.edit(claudeUri, 2, [
      { range: { start: at, end: at }, text: ', Foo' },
      { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: 'x: y' },
    ]);
    const { diagnostics } = await author.session.published(claudeUri);
    assert.ok(diagnostics.some(({ code }) => code === 'unknown-tool'));
  });
});

describe('findings while a role is typed in TOML', () => {
  let author: Author;
  beforeEach(async () => {
    author = await authorOf(undefined, undefined, roleUri);
  });
  afterEach(() => author.session.end());

  const whole = (line: string): string =>
    `name = "reviewer"\ndescription = "Reviews."\n${line}\ndeveloper_instructions = "You."\n`;

  const typedAndPaused = async (keys: string): Promise<readonly string[]> => {
    const looks = await author.type(keys);
    for (const look of looks) assert.deepEqual(look, []);
    return author.pause(1000);
  };

  it('report no missing field before the prompt has begun', async () => {
    await author.open('|');
    assert.deepEqual(await typedAndPaused('name = "reviewer"\nmodel = "gpt-5"\n'), []);
    assert.deepEqual(await author.save(), ['0: missing-field']);
  });

  it('report nothing while the prompt is not closed', async () => {
    await author.open('name = "reviewer"\ndescription = "Reviews."\n|');
    const text = 'developer_instructions = """\nYou review.\nYou fix.';
    assert.deepEqual(await typedAndPaused(text), []);
    assert.deepEqual(await typedAndPaused('\n"""\n'), []);
  });

  it('wait for the value between the quotes that the editor has closed', async () => {
    await author.open(whole('model_reasoning_effort = |'));
    assert.deepEqual(await author.typePair('""'), []);
    assert.deepEqual(await author.type('low'), [[], [], []]);
  });

  it('report a wrong word after a pause, and none that a value begins with', async () => {
    await author.open(whole('sandbox_mode = "|"'));
    assert.deepEqual(await typedAndPaused('read'), []);
    assert.deepEqual(await typedAndPaused('x'), ['2: invalid-value']);
  });

  it('wait for the keys of a table whose header was just written', async () => {
    await author.open('name = "r"\ndescription = "R."\ndeveloper_instructions = "You."\n|');
    await author.typePair('[]');
    assert.deepEqual(await author.type('mcp_servers.docs'), Array(16).fill([]));
    author.goTo(3, '[mcp_servers.docs]'.length);
    assert.deepEqual(await author.type('\ncommand = "npx"'), Array(16).fill([]));
    assert.deepEqual(await author.pause(1000), []);
  });
});

describe('what is shown of the agent while a line is half typed', () => {
  const text = `${head}model: sonnet\ntools: Read, Foo\n|\n---\nYou review.\n`;
  let author: Author;
  beforeEach(async () => {
    author = await authorOf({ builtinPrompts: { version: '1.139.1', mode: 'auto' } });
  });
  afterEach(() => author.session.end());

  const ask = <Answer>(method: string, params: object = {}): Promise<Answer> =>
    author.session.connection.sendRequest<Answer>(method, {
      textDocument: { uri: claudeUri },
      uri: claudeUri,
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      ...params,
    });
  /** The statuses that were sent until nothing more is to come. */
  const atRest = async (): Promise<Session['statuses']> => {
    for (let pause = 0; pause < 2; pause++) {
      author.clock.pass(2_000);
      await ask(personaMethod);
    }
    return author.session.statuses;
  };
  const titles = async (): Promise<readonly (string | undefined)[]> =>
    (await ask<CodeLens[]>('textDocument/codeLens')).map(({ command }) => command?.title);
  const hints = async (): Promise<readonly string[]> =>
    (await ask<InlayHint[]>('textDocument/inlayHint')).map(
      ({ label, position }) => `${position.line}: ${String(label)}`,
    );

  it('is what the last whole state was, at its places of today', async () => {
    await author.open(text);
    const [lenses, shownHints] = [await titles(), await hints()];
    const tokens = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    const persona = await ask<PersonaCard>(personaMethod);
    assert.match(String(lenses[0]), /loads|2 tools|1 of 2/);
    await author.type('\ncolo');
    assert.deepEqual(await titles(), lenses);
    assert.deepEqual(await hints(), shownHints);
    assert.deepEqual(
      (await ask<SemanticTokens>('textDocument/semanticTokens/full')).data,
      tokens.data,
    );
    const now = await ask<PersonaCard>(personaMethod);
    const [before, after] = [persona.hosts[0], now.hosts[0]];
    assert.equal(after?.headline, before?.headline);
    const shift = '\ncolo'.length;
    assert.equal(after?.agent?.promptAt.start, (before?.agent?.promptAt.start ?? 0) + shift);
  });

  for (const [what, prompt, start, end, put] of [
    ['typed at its beginning', 'You review.\n', 0, 0, 'x'],
    ['typed in it', 'You review.\n', 4, 4, 'x'],
    ['typed at its end', 'You review.', 11, 11, 'x'],
    ['deleted at its end', 'You review.', 10, 11, ''],
    // What is left has no prompt, which is reported after a pause.
    ['deleted at its end, so that it is empty', '\n\na', 2, 3, ''],
    ['deleted, so that it is empty', '\na\n', 1, 2, ''],
    ['replaced', 'You review.\r\n', 0, 13, 'Y'],
  ] as const)
    it(`follows at once what is ${what} of the prompt`, async () => {
      const begin = `${head}model: sonnet\ntools: Read\n---\n`;
      const shown = async () => {
        const { hosts } = await ask<PersonaCard>(personaMethod);
        const [{ agent, headline, detail } = { agent: null }] = hosts;
        return { agent, headline, detail };
      };
      await author.open(`${begin}${prompt.slice(0, end)}|${prompt.slice(end)}`);
      const at = (offset: number) => {
        const lines = `${begin}${prompt}`.slice(0, begin.length + offset).split('\n');
        return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      };
      const range = { start: at(start), end: at(end) };
      author.session.edit(claudeUri, 2, [{ range, text: put }]);
      const now = await shown();
      author.session.close(claudeUri);
      await author.open(`${begin}${prompt.slice(0, start)}${put}${prompt.slice(end)}|`);
      assert.deepEqual(now, await shown());
    });

  it('is requested again after a pause, by a status that is sent although it is unchanged', async () => {
    await author.open(text);
    const count = (await atRest()).length;
    assert.ok(count > 0);
    author.goTo(4, 'tools: Read, Foo'.length);
    await author.type('b');
    assert.ok((await author.pause(1_000)).length > 0);
    assert.equal((await atRest()).length, count + 1);
    const [status, before] = author.session.statuses.toReversed();
    assert.deepEqual(status, before);
  });

  it('is not written yet until the first frontmatter of a new file is closed', async () => {
    const label = async (): Promise<string> => {
      const [host] = (await atRest()).at(-1)?.hosts ?? [];
      return `${host?.tone}: ${host?.label}`;
    };
    await author.open('|');
    assert.equal(await label(), 'unknown: Claude Code: not written yet');
    await author.type('---\nname: new\n');
    assert.equal(await label(), 'unknown: Claude Code: not written yet');
    await author.type('---\n\nWork.\n');
    assert.equal(await label(), 'bad: Claude Code: ignored (no description)');
  });

  it('does not change when a block below a key of an open frontmatter is indented', async () => {
    await author.open('|');
    await author.type('---\nname: new\npermissionMode:\n  ');
    assert.match(String((await titles())[0]), /not written yet/);
  });

  it('follows at once what is whole', async () => {
    await author.open(text);
    author.goTo(4, 'tools: Read'.length);
    await author.type(', Bash');
    assert.deepEqual((await hints()).at(-1), '4: Claude Code: 2 of 3 tools');
  });
});

describe('what an editor is asked to show again', () => {
  const surfaces = ['codeLens', 'inlayHint', 'semanticTokens'] as const;
  const all = surfaces.map((surface) => `workspace/${surface}/refresh`);
  let author: Author;
  let asked: string[];
  beforeEach(async () => {
    const refreshSupport = Object.fromEntries(
      surfaces.map((surface) => [surface, { refreshSupport: true }]),
    );
    author = await authorOf(undefined, { workspace: refreshSupport });
    asked = [];
    for (const method of all)
      author.session.connection.onRequest(method, () => {
        asked.push(method);
        return null;
      });
  });
  afterEach(() => author.session.end());

  /** What it was asked since the last time; messages arrive in their order. */
  const askedSince = async (): Promise<readonly string[]> => {
    await author.session.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri: claudeUri },
    });
    return asked.splice(0).sort();
  };

  it('is what showed an older state while a line was half typed, once', async () => {
    await author.open(`${head}|\n---\nYou review.\n`);
    await author.type('colo');
    assert.deepEqual(await askedSince(), []);
    assert.ok((await author.save()).length > 0);
    assert.deepEqual(await askedSince(), all);
    await author.save();
    assert.deepEqual(await askedSince(), []);
  });

  it('is that after a pause too', async () => {
    await author.open(`${head}tools: |\n---\nYou review.\n`);
    await author.type('Foo');
    assert.deepEqual(await askedSince(), []);
    assert.ok((await author.pause(1_000)).length > 0);
    assert.deepEqual(await askedSince(), all);
  });

  it('is nothing where every finding was shown', async () => {
    await author.open(`${head}tools: Read|\n---\nYou review.\n`);
    await author.type(', Bash');
    await author.save();
    assert.deepEqual(await askedSince(), []);
  });
});

describe('lsp/typing in a file of hooks', () => {
  let author: Author;
  beforeEach(async () => {
    author = await authorOf(undefined, undefined, 'file:///w/.codex/hooks.json');
  });
  afterEach(() => author.session.end());

  const group = (matcher: string): string =>
    `{\n  "hooks": {\n    "PreToolUse": [{ "matcher": "${matcher}", "hooks": [{ "type": "command", "command": "true" }] }]\n  }\n}\n`;

  it('shows what a value causes after a pause, without another edit', async () => {
    await author.open(group('|'));
    const looks = await author.type('bash');
    assert.deepEqual(looks.flat(), []);
    assert.deepEqual(await author.pause(1_000), ['2: invalid-hook']);
  });

  it('shows nothing of a word that a completion would continue', async () => {
    await author.open('{\n  "hooks": {\n    "|": []\n  }\n}\n');
    const looks = await author.type('PreTo');
    author.clock.pass(5_000);
    assert.deepEqual([...looks, ...(await author.type('olUse'))].flat(), []);
  });
});
