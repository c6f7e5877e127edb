// Text from a repository in a real window: nothing of it is fetched, run or drawn as an element, in the preview, in hovers, in the
// graph, in the Agents view and in a saved page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from '../harness/until.mjs';
import { desk, openView, picture } from './desk.mjs';
import { writeAgents } from './made-agents.mjs';

const texts = JSON.parse(
  readFileSync(new URL('../../hostile/texts.json', import.meta.url), 'utf8'),
);
const shown = Object.values(texts).filter((text) => !text.includes('\n') && text.length < 200);
/** Escaped, because VS Code itself previews the images and links that it sees in the text of a Markdown file. */
const quoted = (text) =>
  JSON.stringify(text).replaceAll(/[![\]()<:]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);

/** Every text is a tool, a description of an agent and a part of the prompt. */
const everything = [
  '---',
  'name: careful',
  `description: ${quoted(shown.join(' '))}`,
  `model: ${quoted(texts.image)}`,
  `color: ${quoted(texts.element)}`,
  `tools: [Read, Agent, ${shown.map(quoted).join(', ')}]`,
  ...shown.map((text, n) => `${quoted(`${n}${text}`)}: ${quoted(text)}`),
  '---',
  ...Object.values(texts).flatMap((text) => [text, '']),
  'Delegate to the target agent.',
  '',
].join('\n');

const files = {
  '.claude/agents/careful.md': everything,
  '.claude/agents/target.md': `---\nname: target\ndescription: ${quoted(texts.image + texts['command link'])}\n---\nWork.\n`,
  ...Object.fromEntries(
    shown.map((text, n) => [
      `.opencode/agent/agent-${n}.md`,
      `---\ndescription: ${quoted(text)}\nmode: subagent\n---\n@careful ${text}\n`,
    ]),
  ),
  '.github/agents/named.agent.md': `---\nname: ${quoted(texts.element + texts.icon)}\ndescription: x\nhandoffs: [{ label: a, agent: ${quoted(texts.script)}, prompt: b }]\n---\nWork.\n`,
};

describe('hostile text in the window', () => {
  let window;
  const requested = [];
  const dialogs = [];

  before(async () => {
    ({ window } = await desk((folder) => writeAgents(folder, files)));
    window.page.on('request', (request) => requested.push(request.url()));
    window.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await window.openFile('.claude/agents/careful.md', 1, 1);
  });

  /** In the page of a webview: elements that only a text could have added, and handlers. */
  const strangersIn = (frame) =>
    frame.evaluate(() =>
      // The form for permissions is the page's own.
      [...document.querySelectorAll('main :not(#ask.probe-form), #stage *')].flatMap((element) => [
        ...(/^(?:IMG|SCRIPT|IFRAME|OBJECT|EMBED|STYLE|LINK|BASE|FORM)$/i.test(element.tagName)
          ? [element.outerHTML]
          : []),
        ...[...element.attributes]
          .filter(
            ({ name, value }) =>
              /^on/i.test(name) || /^\s*(?:javascript|command|data):/i.test(value),
          )
          .filter(({ name }) => /^(?:on|href|src|action)/i.test(name))
          .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
      ]),
    );

  const isFetched = () =>
    requested.filter((url) => /evil\.example/.test(url) || /\/x$/.test(new URL(url).pathname));

  it('is text in the preview', async () => {
    await window.runCommand('Dossier: Preview Persona');
    const frame = await until('preview', async () => {
      const found = await window.webview('#persona .identity', { ms: 2000 });
      return (await found.locator('h1').innerText()) === 'careful' && found;
    });
    await until('prompt', async () =>
      (await frame.locator('#prompt').textContent()).includes('Delegate to the target agent'),
    );
    assert.deepEqual(await strangersIn(frame), []);
    assert.ok((await frame.locator('body').innerText()).includes('<script>alert(1)</script>'));
    await window.screenshot(picture('hostile-preview'));
    await window.runCommand('View: Focus First Editor Group');
  });

  it('is text in hovers', async () => {
    let seen = 0;
    for (const [line, column] of [
      [6, 3],
      [6, 20],
      [6, 45],
      [6, 120],
      [4, 3],
      [4, 14],
      [5, 3],
      [5, 14],
      [8, 4],
    ]) {
      const found = await window.hover(line, column, { keep: true, ms: 4000 }).catch(() => null);
      if (found === null) continue;
      seen++;
      const hover = window.page.locator('.monaco-hover:not(.hidden)').first();
      assert.equal(await hover.locator('img').count(), 0, `${line}:${column}`);
      const links = await hover
        .locator('.hover-contents a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-href') ?? one.href));
      assert.deepEqual(
        links.filter((link) => /evil|^command:(?!dossier)|javascript/.test(link)),
        [],
      );
      await window.page.keyboard.press('Escape');
    }
    assert.ok(seen >= 5, `${seen} hovers`);
    await window.screenshot(picture('hostile-hover'));
  });

  it('is text in the Agents view', async () => {
    await openView(window);
    const rows = window.page.locator('.pane-body .monaco-list-row');
    await until('row with the text of an element', async () =>
      (await rows.allInnerTexts()).some((text) => text.includes('<img src=')),
    );
    assert.equal(await rows.locator('img, .codicon-trash').count(), 0);
    await window.screenshot(picture('hostile-agents'));
  });

  it('is text in the graph', async () => {
    await window.runCommand('Dossier: Show Delegation Graph');
    const frame = await until('graph', async () => {
      const found = await window.webview('#graph #stage', { ms: 2000 });
      return (await found.locator('.box').count()) > 3 && found;
    });
    assert.deepEqual(await strangersIn(frame), []);
    assert.ok((await frame.locator('#stage').innerText()).includes('<img src='));
    await window.screenshot(picture('hostile-graph'));
  });

  it('fetched nothing and opened no dialog', () => {
    assert.deepEqual(isFetched(), []);
    assert.deepEqual(dialogs, []);
  });
});
