// An author who types one file key by key and looks at the squiggles and the suggest list at each key.
import { SuggestWidget } from './widget.mjs';

const pause = (ms) => (ms > 0 ? new Promise((resume) => setTimeout(resume, ms)) : undefined);
const isGrave = ({ severity }) => severity <= 2;

/**
 * Types `text` into an empty document.
 * @returns `{ keys, noisy, lines, changed, samples }`: keys typed; keys at which the typed line bore an error or warning
 * that the finished file does not have there; lines finished with Enter; lines that Enter would have changed.
 */
export async function typeFile(server, uri, languageId, text, delay) {
  const { connection } = server;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId, version: 1, text: '' },
  });
  let version = 1;
  let typed = '';
  let [line, column] = [0, 0];
  const position = () => ({ line, character: column });
  const widget = new SuggestWidget(async (context) => {
    const answer = await connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: position(),
      context,
    });
    return Array.isArray(answer)
      ? { items: answer, isIncomplete: false }
      : { items: answer?.items ?? [], isIncomplete: answer?.isIncomplete ?? false };
  }, server.triggers);

  const looks = [];
  const changed = [];
  let lines = 0;
  for (const char of text) {
    const begun = performance.now();
    if (char === '\n') {
      lines += 1;
      const start = typed.lastIndexOf('\n') + 1;
      const accepted = widget.accepted(typed, start);
      if (accepted && accepted.text !== typed)
        changed.push({ written: typed.slice(start), becomes: accepted.text.slice(start) });
    }
    version += 1;
    const at = position();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: char }],
    });
    typed += char;
    if (char === '\n') [line, column] = [line + 1, 0];
    else column += char.length;
    await widget.typed(char, typed);
    const findings = await server.findingsAt(uri, version);
    const here = findings.filter(
      (one) => isGrave(one) && one.range.start.line <= line && line <= one.range.end.line,
    );
    const elsewhere = findings.filter((one) => isGrave(one) && !here.includes(one));
    looks.push({ line, typed: typed.slice(-30), here, elsewhere });
    await pause(delay - (performance.now() - begun));
  }
  await connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  await pause(delay > 0 ? 1200 : 30);
  const last = server.latest(uri).filter(isGrave);
  const key = (one) => `${one.code} ${one.source}`;
  const stays = (line, one) =>
    last.some(
      (other) =>
        key(other) === key(one) && other.range.start.line <= line && line <= other.range.end.line,
    );
  const noisy = looks.flatMap(({ line, typed, here }) => {
    const passing = here.filter((one) => !stays(line, one));
    return passing.length > 0
      ? [{ typed, code: passing[0].code, message: passing[0].message }]
      : [];
  });
  const finished = new Set(last.map(key));
  const away = looks.flatMap(({ typed, elsewhere }) => {
    const passing = elsewhere.filter((one) => !finished.has(key(one)));
    return passing.length > 0
      ? [{ typed, code: passing[0].code, message: passing[0].message }]
      : [];
  });
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  return { keys: looks.length, noisy, away, lines, changed };
}
