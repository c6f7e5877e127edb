// The parameters that requests and notifications must have. A client may send anything; without the check, wrong parameters would
// be reported as a fault of the server.
import {
  agentNameMethod,
  agentPageMethod,
  agentsMethod,
  callMethod,
  convertFolderMethod,
  convertMethod,
  convertTargetsMethod,
  copiesMethod,
  copySkillMethod,
  editorToolsMethod,
  findingFixesMethod,
  fixAllMethod,
  guardsMethod,
  indentationMethod,
  moveTargetsMethod,
  newAgentFilesMethod,
  newPluginFilesMethod,
  newVersionMethod,
  outcomesMethod,
  personaMethod,
  pluginFixMethod,
  pluginMethod,
  probeMethod,
  reportMethod,
  setToolInCopiesMethod,
  setToolsMethod,
  toolChoicesMethod,
  validForMethod,
  whyMethod,
} from '../protocol/protocol';

/** What a value must be: a string, a number, a non-negative integer, anything but null; a list, an object with these keys. */
type Shape = 'string' | 'number' | 'count' | 'present' | List | Keys | Optional | Either;
interface List {
  readonly list: Shape;
}
interface Optional {
  readonly optional: Shape;
}
interface Either {
  readonly either: readonly [Shape, Shape];
}
interface Keys {
  readonly keys: Readonly<Record<string, Shape>>;
}

const list = (of: Shape): List => ({ list: of });
const optional = (of: Shape): Optional => ({ optional: of });
const keys = (of: Readonly<Record<string, Shape>>): Keys => ({ keys: of });

const position = keys({ line: 'count', character: 'count' });
const range = keys({ start: position, end: position });
const textDocument = keys({ uri: 'string' });
const document = keys({ textDocument });
const at = keys({ textDocument, position });
const file = keys({ uri: 'string' });
const ofHost = keys({ uri: 'string', host: 'string' });
const call = keys({ item: keys({ uri: 'string', selectionRange: range }) });

const shapes: Readonly<Record<string, Shape>> = {
  'textDocument/codeAction': keys({
    ...{ textDocument, range },
    context: keys({ diagnostics: list('present'), only: optional(list('string')) }),
  }),
  'textDocument/codeLens': document,
  'textDocument/colorPresentation': keys({ textDocument, range, color: 'present' }),
  'textDocument/completion': at,
  'textDocument/definition': at,
  'textDocument/diagnostic': document,
  'textDocument/documentColor': document,
  'textDocument/documentHighlight': at,
  'textDocument/documentLink': document,
  'textDocument/documentSymbol': document,
  'textDocument/foldingRange': document,
  'textDocument/formatting': document,
  'textDocument/hover': at,
  'textDocument/inlayHint': keys({ textDocument, range }),
  'textDocument/prepareCallHierarchy': at,
  'textDocument/prepareRename': at,
  'textDocument/references': keys({ textDocument, position, context: 'present' }),
  'textDocument/rename': keys({ textDocument, position, newName: 'string' }),
  'textDocument/selectionRange': keys({ textDocument, positions: list(position) }),
  'textDocument/semanticTokens/full': document,
  'workspace/diagnostic': keys({ previousResultIds: list('present') }),
  'workspace/executeCommand': keys({
    command: 'string',
    arguments: optional(list(optional('present'))),
  }),
  'workspace/symbol': keys({ query: 'string' }),
  'workspace/willRenameFiles': keys({ files: list(keys({ oldUri: 'string', newUri: 'string' })) }),
  'callHierarchy/incomingCalls': call,
  'callHierarchy/outgoingCalls': call,
  'completionItem/resolve': keys({ label: 'string' }),
  'codeAction/resolve': keys({ title: 'string' }),
  'textDocument/didOpen': keys({
    textDocument: keys({ uri: 'string', languageId: 'string', version: 'number', text: 'string' }),
  }),
  'textDocument/didChange': keys({
    textDocument,
    contentChanges: list(keys({ text: 'string', range: optional(range) })),
  }),
  'textDocument/didSave': document,
  'textDocument/didClose': document,
  'workspace/didChangeWatchedFiles': keys({ changes: list(file) }),
  [agentNameMethod]: file,
  [agentPageMethod]: keys({ after: optional('string') }),
  [agentsMethod]: optional('present'),
  [callMethod]: keys({ uri: 'string', typed: 'string' }),
  [convertFolderMethod]: keys({ uri: 'string', to: 'string' }),
  [convertMethod]: keys({ uri: 'string', to: 'string', choices: 'present' }),
  [convertTargetsMethod]: file,
  [copySkillMethod]: keys({ from: 'string', to: 'string', text: 'string' }),
  [copiesMethod]: file,
  [editorToolsMethod]: keys({ tools: list('string'), models: list('string') }),
  [findingFixesMethod]: ofHost,
  [fixAllMethod]: file,
  [guardsMethod]: keys({ folder: 'string', call: 'string' }),
  [indentationMethod]: keys({ uri: 'string', position }),
  [moveTargetsMethod]: file,
  [newAgentFilesMethod]: keys({
    folder: 'string',
    scope: 'string',
    name: 'string',
    hosts: list('string'),
  }),
  [newPluginFilesMethod]: keys({ folder: 'string', subject: 'string', name: 'string' }),
  [newVersionMethod]: file,
  [outcomesMethod]: file,
  [personaMethod]: file,
  [pluginFixMethod]: file,
  [pluginMethod]: file,
  [probeMethod]: ofHost,
  [reportMethod]: ofHost,
  [setToolInCopiesMethod]: keys({
    ...{ uri: 'string', host: 'string' },
    change: keys({ tool: 'string', granted: 'present' }),
  }),
  [setToolsMethod]: ofHost,
  [toolChoicesMethod]: ofHost,
  [validForMethod]: keys({ uri: 'string', hosts: list('string') }),
  [whyMethod]: { either: [file, keys({ name: 'string' })] },
};

/** What is wrong with the parameters of a message, as a sentence for developers of clients; null for valid ones. */
export function paramsFault(method: string, params: unknown): string | null {
  const shape = Object.hasOwn(shapes, method) ? shapes[method] : undefined;
  return shape === undefined ? null : faultOf(shape, params, 'params');
}

function faultOf(shape: Shape, value: unknown, path: string): string | null {
  if (shape === 'string') return typeof value === 'string' ? null : `"${path}" must be a string.`;
  if (shape === 'number') return typeof value === 'number' ? null : `"${path}" must be a number.`;
  if (shape === 'count')
    return Number.isInteger(value) && Number(value) >= 0
      ? null
      : `"${path}" must be a non-negative integer.`;
  if (shape === 'present')
    return value === null || value === undefined ? `"${path}" is missing.` : null;
  if ('optional' in shape)
    return value === null || value === undefined ? null : faultOf(shape.optional, value, path);
  if ('either' in shape) {
    const [first, second] = shape.either;
    const fault = faultOf(first, value, path);
    return fault === null || faultOf(second, value, path) === null ? null : fault;
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) return `"${path}" must be an array.`;
    for (const [index, one] of value.entries()) {
      const fault = faultOf(shape.list, one, `${path}[${index}]`);
      if (fault !== null) return fault;
    }
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return `"${path}" must be an object.`;
  for (const [key, of] of Object.entries(shape.keys)) {
    const fault = faultOf(of, (value as Readonly<Record<string, unknown>>)[key], `${path}.${key}`);
    if (fault !== null) return fault;
  }
  return null;
}
