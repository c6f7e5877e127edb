// The messages of a session that was recorded by recorder.mjs, and their short form as text.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

export interface Recorded {
  readonly from: 'client' | 'server';
  readonly message: Message;
}

export const readTranscript = (file: string): readonly Recorded[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** The answers of the server to requests of this method, in order. */
export function answersTo(method: string, recorded: readonly Recorded[]): readonly unknown[] {
  const ids = new Set(
    recorded.flatMap(({ from, message }) =>
      from === 'client' && message.method === method ? [message.id] : [],
    ),
  );
  return recorded.flatMap(({ from, message }) =>
    from === 'server' && message.method === undefined && ids.has(message.id)
      ? [message.result]
      : [],
  );
}

/** The requests whose answers differ between clients. */
const compared = [
  'textDocument/completion',
  'textDocument/hover',
  'textDocument/codeAction',
  'codeAction/resolve',
  'textDocument/codeLens',
  'textDocument/inlayHint',
  'textDocument/documentColor',
  'textDocument/selectionRange',
  'textDocument/definition',
  'textDocument/documentSymbol',
  'textDocument/diagnostic',
  'textDocument/rename',
  'workspace/willRenameFiles',
];

/** Capabilities of a client that change an answer. */
const asked = [
  'general.positionEncodings',
  'window.workDoneProgress',
  'workspace.configuration',
  'workspace.workspaceEdit.documentChanges',
  'workspace.workspaceEdit.resourceOperations',
  'workspace.workspaceEdit.changeAnnotationSupport',
  'workspace.didChangeWatchedFiles.dynamicRegistration',
  'workspace.diagnostics.refreshSupport',
  'workspace.fileOperations.willRename',
  'textDocument.diagnostic',
  'textDocument.hover.contentFormat',
  'textDocument.completion.completionItem.snippetSupport',
  'textDocument.completion.completionItem.documentationFormat',
  'textDocument.completion.completionItem.insertTextModeSupport',
  'textDocument.completion.completionItem.tagSupport',
  'textDocument.completion.completionItem.deprecatedSupport',
  'textDocument.codeAction.resolveSupport',
  'textDocument.definition.linkSupport',
  'textDocument.publishDiagnostics.codeDescriptionSupport',
];

/**
 * Returns what the client declares, what the server offers and the forms of its answers, as text. Contents and numbers are left
 * out, because they belong to other tests.
 */
export function shortTranscript(recorded: readonly Recorded[]): string {
  const initialize = recorded.find(({ message }) => message.method === 'initialize');
  const capabilities = partOf(initialize?.message.params, 'capabilities');
  const declared = asked.flatMap((path) => {
    const value = path.split('.').reduce<unknown>((part, key) => partOf(part, key), capabilities);
    return value === undefined || value === null || value === false
      ? []
      : [`  ${path}${written(value)}`];
  });
  const [offered] = answersTo('initialize', recorded) as { capabilities: object }[];
  const encoding = partOf(offered?.capabilities, 'positionEncoding');
  const answers = compared.flatMap((method) => {
    const all = answersTo(method, recorded).filter((one) => one !== null && one !== undefined);
    return all.length === 0 ? [] : [`  ${method}`, `    ${formOf(all).slice(1, -1)}`];
  });
  const pushed = recorded.flatMap(({ message }) =>
    message.method === 'textDocument/publishDiagnostics' ? [message.params] : [],
  );
  return [
    'The client declares',
    ...(declared.length > 0 ? declared : ['  nothing that changes an answer']),
    '',
    'The server answers',
    `  initialize`,
    `    positionEncoding=${String(encoding)}, ${Object.keys(offered?.capabilities ?? {})
      .filter((name) => name !== 'positionEncoding')
      .sort()
      .join(', ')}`,
    ...answers,
    '',
    'The server sends',
    ...(pushed.length > 0
      ? ['  textDocument/publishDiagnostics', `    ${formOf(pushed).slice(1, -1)}`]
      : []),
    ...[
      ...new Set(
        recorded.flatMap(({ from, message }) => (from === 'server' ? (message.method ?? []) : [])),
      ),
    ]
      .filter(
        (method) => method === 'client/registerCapability' || method === 'workspace/configuration',
      )
      .sort()
      .map((method) => `  ${method}`),
    '',
  ].join('\n');
}

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const written = (value: unknown): string => (Array.isArray(value) ? `: ${value.join(', ')}` : '');

/** Values that are part of the form of an answer. */
const words = new Set(['markdown', 'plaintext', 'rename']);

/** What an answer contains only if other files are already known. */
const late = new Set(['data', 'relatedInformation']);

/** The names of the properties of all values, nested. */
function formOf(values: readonly unknown[]): string {
  if (values.some(Array.isArray)) {
    const items = values.flatMap((value) => (Array.isArray(value) ? value : []));
    return `[${items.length === 0 ? '' : formOf(items)}]`;
  }
  const objects = values.filter(
    (value): value is object => typeof value === 'object' && value !== null,
  );
  if (objects.length === 0) {
    const found = [...new Set(values)].filter((value) => words.has(String(value))).sort();
    return found.length > 0 ? `=${found.join('|')}` : '';
  }
  const keys = [...new Set(objects.flatMap((value) => Object.keys(value)))]
    .filter((key) => !late.has(key))
    .sort();
  const isByUri = keys.some((key) => key.includes('://'));
  const parts = isByUri
    ? [`(uri): ${formOf(objects.flatMap((value) => Object.values(value)))}`]
    : keys.map((key) => {
        const form = formOf(
          objects.flatMap((value) => (key in value ? [Reflect.get(value, key)] : [])),
        );
        return form === '' || form.startsWith('=') ? `${key}${form}` : `${key}: ${form}`;
      });
  // Positions are the same everywhere.
  const all = parts
    .join(', ')
    .replaceAll('{end: {character, line}, start: {character, line}}', 'RANGE');
  return `{${all}}`;
}

/** Compares a session with the stored transcript of the client. With `UPDATE_TRANSCRIPTS` set it is stored. */
export function compareTranscript(client: string, recorded: readonly Recorded[]): void {
  const file = `test/clients/transcripts/${client}.txt`;
  const now = `${client}\n\n${shortTranscript(recorded)}`;
  if (process.env['UPDATE_TRANSCRIPTS']) writeFileSync(file, now);
  // Another version of an editor may declare something else.
  if (existsSync(file)) assert.equal(now, readFileSync(file, 'utf8'));
}
