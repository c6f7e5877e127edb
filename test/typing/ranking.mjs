// Leave one out: each value of a real file is removed and looked up in the list that is offered there. Only values that the
// host accepts are counted, which are those in the list. Others are reported as a number.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { ranked } from './widget.mjs';

/** How many items of a list are visible without scrolling. */
const visibleRows = 5;

/** The values of a head that are words: `{ field, word, start, end }`, offsets in `text`. */
export function valuesIn({ text, head }) {
  const from = 4;
  const document = parseDocument(head.slice(from, head.lastIndexOf('---')), { logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return [];
  const values = [];
  const add = (field, node) => {
    if (!isScalar(node) || !node.range || typeof node.value !== 'string') return;
    const [start, end] = node.range;
    const written = text.slice(from + start, from + end);
    const quote = /^["']/.test(written) ? 1 : 0;
    const inner = written.slice(quote, written.length - quote);
    if (inner !== node.value) return;
    if (field === 'tools' && inner.includes(',')) {
      for (const { 0: word, index } of inner.matchAll(/[^\s,][^,]*?(?=\s*(?:,|$))/g)) {
        const at = from + start + quote + index;
        if (!word.includes('(')) values.push({ field, word, start: at, end: at + word.length });
      }
      return;
    }
    const at = from + start + quote;
    values.push({ field, word: inner, start: at, end: at + inner.length });
  };
  for (const { key, value } of document.contents.items) {
    const field = String(key);
    if (['model', 'color', 'mode'].includes(field)) add(field, value);
    if (field === 'tools' && isSeq(value)) for (const item of value.items) add(field, item);
    else if (field === 'tools') add(field, value);
    if (field === 'permission') actionsIn(value, (node) => add(field, node));
  }
  return values;
}

function actionsIn(node, add) {
  if (isScalar(node)) add(node);
  if (isMap(node)) for (const { value } of node.items) actionsIn(value, add);
}

/** @returns `{ cases, first, letters, absent, missed }` by `host field`. */
export async function rankFiles(server, files, folder) {
  for (const { workspacePath, text } of files) {
    const file = path.join(folder, workspacePath);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `file://${file}`, type: 1 }],
    });
  }
  // Read by the server in slices; a request of its own is answered when they are known.
  await server.connection.sendRequest('dossier/agents', { shouldRescan: true });

  const counts = new Map();
  for (const file of files) {
    for (const value of valuesIn(file)) {
      const key = `${file.host} ${value.field}`;
      const count = counts.get(key) ?? { cases: 0, first: 0, letters: 0, absent: 0, missed: {} };
      counts.set(key, count);
      const uri = `file://${folder}/${file.workspacePath}`;
      const items = await offeredWithout(server, uri, file.text, value);
      const found = items.find(({ label }) => label === value.word);
      if (!found) {
        count.absent += 1;
        continue;
      }
      count.cases += 1;
      const rank = ranked(items, '').indexOf(found);
      if (rank < visibleRows) count.first += 1;
      else count.missed[value.word] = (count.missed[value.word] ?? 0) + 1;
      count.letters += lettersUntil(items, found);
    }
  }
  return counts;
}

async function offeredWithout({ connection }, uri, text, { start, end }) {
  const before = text.slice(0, start);
  const line = before.split('\n').length - 1;
  const position = { line, character: start - (before.lastIndexOf('\n') + 1) };
  // Plain Markdown: the editor's own support, which is not there to answer here, leaves nothing out.
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: before + text.slice(end) },
  });
  const answer = await connection.sendRequest('textDocument/completion', {
    textDocument: { uri },
    position,
    context: { triggerKind: 1 },
  });
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  return Array.isArray(answer) ? answer : (answer?.items ?? []);
}

/** Letters to type until the wanted item has the focus; the whole word where it never has. */
function lettersUntil(items, wanted) {
  for (let letters = 0; letters < wanted.label.length; letters++)
    if (ranked(items, wanted.label.slice(0, letters))[0] === wanted) return letters;
  return wanted.label.length;
}
