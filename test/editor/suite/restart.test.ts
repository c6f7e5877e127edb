// The server is killed again and again while an author types.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { at, findings, isOurs, offers, open, until } from './desk';

const kills = 50;
/** Milliseconds in which the server has to be back. A busy machine starts a process slowly. */
const patienceMs = 30_000;

/** The processes of the server that this extension host has started. */
function serverPids(): readonly number[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return all.split('\n').flatMap((line) => {
    const [, pid = '', parent, args = ''] = /^ *(\d+) +(\d+) +(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && args.includes('dist/server.js') ? Number(pid) : [];
  });
}

describe('a server that is killed while an author types', () => {
  const messages: string[] = [];
  const { showErrorMessage, showWarningMessage, showInformationMessage } = vscode.window;

  before(() => {
    const record = async (message: string): Promise<undefined> => void messages.push(message);
    Object.assign(vscode.window, {
      ...{ showErrorMessage: record, showWarningMessage: record, showInformationMessage: record },
    });
  });

  after(async () => {
    Object.assign(vscode.window, { showErrorMessage, showWarningMessage, showInformationMessage });
    // The next tests need a server, also if these ones have failed.
    await vscode.commands.executeCommand('dossier.restartServer');
  });

  /** What was reported about the server. */
  const reports = (): readonly string[] =>
    messages.filter((one) => /stopped|server|connection/i.test(one));

  it(`is back ${kills} times, knows the text and is reported once`, async function () {
    this.timeout(kills * patienceMs);
    const document = await open('.claude/agents/careful-reviewer.md');
    const original = document.getText();
    const [editor] = vscode.window.visibleTextEditors;
    assert.ok(editor);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const head = '---\nname: reviewer\ndescription: Reviews.\ntools: Read, ';
    await editor.edit((edit) => edit.replace(whole, `${head}\n---\nYou review the change.\n`));
    const times: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const [pid] = await until('a server', () => {
        const pids = serverPids();
        return pids.length > 0 && pids;
      });
      assert.ok(pid);
      // A name that no other text has, typed before and after the kill.
      const word = `Zz${kill}q`;
      const caret = at(document, 'tools: Read, |');
      await editor.edit((edit) => edit.insert(caret, word.slice(0, 2)));
      process.kill(pid, 'SIGKILL');
      const from = Date.now();
      await editor.edit((edit) => edit.insert(caret.translate(0, 2), `${word.slice(2)}, `));
      await document.save();
      await until(
        `finding on ${word}`,
        () =>
          vscode.languages
            .getDiagnostics(document.uri)
            .some((one) => isOurs(one) && one.message.includes(word)),
        patienceMs,
      );
      times.push(Date.now() - from);
    }
    times.sort((a, b) => a - b);
    console.log(
      `killed ${kills} times; back with the finding after ${times[kills >> 1]} ms, at most ${times.at(-1)} ms`,
    );
    assert.equal(serverPids().length, 1);
    assert.deepEqual(reports(), ['Dossier has stopped unexpectedly and was started again.']);
    await editor.edit((edit) =>
      edit.replace(new vscode.Range(0, 0, document.lineCount, 0), original),
    );
    await document.save();
    await findings(document).catch(() => undefined);
  });

  it('is not started for ever if it ends at each start, and is when the user asks for it', async function () {
    this.timeout(60_000);
    const document = await open('.claude/agents/careful-reviewer.md');
    const gaveUp = 'Dossier has stopped several times and is not started again.';
    messages.length = 0;
    const killed = new Set<number>();
    const timer = setInterval(() => {
      for (const pid of serverPids())
        if (!killed.has(pid)) {
          killed.add(pid);
          process.kill(pid, 'SIGKILL');
        }
    }, 10);
    try {
      await until('report', () => messages.includes(gaveUp), 50_000);
    } finally {
      clearInterval(timer);
    }
    assert.ok(killed.size >= 2 && killed.size <= 6, `${killed.size} starts`);
    assert.deepEqual(reports(), [gaveUp]);
    assert.deepEqual(serverPids(), []);
    await vscode.commands.executeCommand('dossier.restartServer');
    await offers(document, 'model: son|', 'sonnet');
    assert.equal(serverPids().length, 1);
  });
});
