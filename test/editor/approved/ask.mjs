#!/usr/bin/env node
// Starts the VS Code that the window tests use, and writes which calls it asks about with each settings of a workspace:
// node test/editor/approved/ask.mjs QUESTIONS FILE
// A question is `{ "settings": {...}, "calls": [{ "tool", "input" }] }`, its answer a character for each call: `?` asked, `+` made.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '../harness/server.mjs';
import { until } from '../harness/until.mjs';
import { openWindow } from '../harness/window.mjs';
import { makeWorkspace } from '../harness/workspace.mjs';

/** The page of a window ends after many requests. */
const mostInWindow = 20;

const extension = fileURLToPath(new URL('./extension', import.meta.url));

/** Asks in a window of its own. @param isLast whether no other window follows one that answers nothing */
async function answersTo(questions, onAnswer, isLast) {
  const workspace = makeWorkspace((folder) => {
    mkdirSync(path.join(folder, '.vscode'));
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(path.join(folder, 'a.ts'), '');
  });
  const { folder } = workspace;
  const server = await startServer({ env: { HOME: workspace.home } });
  const window = await openWindow(server, { folder, extensions: [extension] });
  const at = (name) => path.join(folder, name);
  const begin = async (question) => {
    for (const name of ['begun', 'answer.json']) rmSync(at(name), { force: true });
    writeFileSync(at('question.json'), JSON.stringify(question));
    // The first request may come before the model.
    await until('the calls', async () => {
      await window.runCommand('Approved: Make Calls');
      return until('the chat', () => existsSync(at('begun')), { ms: 8000 }).catch(() => false);
    });
  };
  const ask = async (question) => {
    await begin(question);
    const ms = 30_000 + question.calls.length * 16_000;
    await until('the answer', () => existsSync(at('answer.json')), { ms });
    return JSON.parse(readFileSync(at('answer.json'), 'utf8'));
  };
  const answers = [];
  try {
    await enableApproval(window, ask);
    for (const question of questions) {
      answers.push(await ask(question));
      onAnswer(answers);
    }
  } catch (error) {
    // Those that are left are asked in another window.
    if (answers.length === 0 && isLast) throw error;
  } finally {
    await window.close();
    await server.stop();
    workspace.dispose();
  }
  return answers;
}

/** Until a person has agreed to it once, VS Code asks about each command. */
async function enableApproval(window, ask) {
  const settings = {};
  const calls = [{ tool: 'run_in_terminal', input: inputOf('ls') }];
  const first = ask({ settings, calls, agree: true });
  const { page } = window;
  const agree = page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Enable' });
  await until('the dialog', async () => {
    await page.locator('.monaco-dropdown-button:visible').last().click();
    await page.getByText('Enable Auto Approve...').last().click({ timeout: 5000 });
    await agree.click({ timeout: 5000 });
    return true;
  });
  await first;
}

const inputOf = (command) => ({
  ...{ command, explanation: 'x', goal: 'x' },
  ...{ isBackground: true, mode: 'async', timeout: 0 },
});

const [from, out] = process.argv.slice(2);
if (out === undefined) {
  console.error('node test/editor/approved/ask.mjs QUESTIONS FILE');
  process.exit(2);
}
const questions = JSON.parse(readFileSync(from, 'utf8')).map(({ settings, calls }) => ({
  settings,
  calls: calls.map((command) => ({ tool: 'run_in_terminal', input: inputOf(command) })),
}));
const answers = [];
for (let failed = false; answers.length < questions.length; ) {
  const before = [...answers];
  const write = (some) => writeFileSync(out, JSON.stringify([...before, ...some]));
  const next = questions.slice(before.length, before.length + mostInWindow);
  answers.push(...(await answersTo(next, write, failed)));
  failed = answers.length === before.length;
}
