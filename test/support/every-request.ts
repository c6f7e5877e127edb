// Every request that a client sends about one document, with parameters for a place in it.
import type { Position, Range } from 'vscode-languageserver';
import {
  callMethod,
  findingFixesMethod,
  fixAllMethod,
  indentationMethod,
  outcomesMethod,
  personaMethod,
  probeMethod,
  reportMethod,
  setToolsMethod,
  toolChoicesMethod,
  validForMethod,
  whyMethod,
} from '../../server/protocol/protocol';

export interface AnyRequest {
  readonly name: string;
  /** As for `DirectServer.ask`. */
  readonly handler: string;
  readonly params: unknown;
}

export interface Asked {
  readonly uri: string;
  readonly position: Position;
  /** The whole document. */
  readonly whole: Range;
  /** The host that is asked about. */
  readonly host: string;
}

/** Those of an editor that follow an edit or a move of the caret. */
export function editorRequests({ uri, position, whole }: Asked): readonly AnyRequest[] {
  const textDocument = { uri };
  const at = { textDocument, position };
  const here = { start: position, end: position };
  const one = (name: string, handler: string, params: unknown): AnyRequest => ({
    ...{ name, handler, params },
  });
  return [
    one('completion', 'onCompletion', { ...at, context: { triggerKind: 1 } }),
    one('hover', 'onHover', at),
    one('symbols', 'onDocumentSymbol', { textDocument }),
    one('folding', 'onFoldingRanges', { textDocument }),
    one('tokens', 'semanticTokens', { textDocument }),
    one('hints', 'inlayHint', { textDocument, range: whole }),
    one('lenses', 'onCodeLens', { textDocument }),
    one('colors', 'onDocumentColor', { textDocument }),
    one('links', 'onDocumentLinks', { textDocument }),
    one('highlights', 'onDocumentHighlight', at),
    one('definition', 'onDefinition', at),
    one('references', 'onReferences', { ...at, context: { includeDeclaration: true } }),
    one('formatting', 'onDocumentFormatting', { textDocument, options: {} }),
    one('code actions', 'onCodeAction', {
      ...{ textDocument, range: here, context: { diagnostics: [] } },
    }),
    one('prepare rename', 'onPrepareRename', at),
    one('calls', 'callHierarchyonPrepare', at),
  ];
}

/** Those of our own client, and those that a user starts. */
export function ownRequests({ uri, position, whole, host }: Asked): readonly AnyRequest[] {
  const textDocument = { uri };
  const own = (name: string, method: string, params: object = {}): AnyRequest => ({
    ...{ name, handler: method, params: { uri, ...params } },
  });
  return [
    own('persona', personaMethod),
    own('outcomes', outcomesMethod),
    own('why', whyMethod),
    own('fix all', fixAllMethod),
    own('indentation', indentationMethod, { position }),
    own('report', reportMethod, { host }),
    own('tool choices', toolChoicesMethod, { host }),
    own('set tools', setToolsMethod, { host, changes: [{ tool: 'Read', granted: false }] }),
    own('fixes of a finding', findingFixesMethod, {
      host,
      rule: 'unknown-tool',
      message: '',
      line: 0,
    }),
    own('call', callMethod, { typed: '/deploy a' }),
    own('probe', probeMethod, { host, purpose: 'shell', subject: 'git push' }),
    own('valid for nothing', validForMethod, { hosts: [] }),
    own('valid for all', validForMethod, {
      hosts: ['claude-code', 'copilot-cli', 'opencode', 'vscode', 'kilo'],
    }),
    {
      ...{ name: 'source actions', handler: 'onCodeAction' },
      params: {
        ...{ textDocument, range: whole },
        context: { diagnostics: [], only: ['source.fixAll', 'refactor'] },
      },
    },
    {
      ...{ name: 'code actions of the whole file', handler: 'onCodeAction' },
      params: { textDocument, range: whole, context: { diagnostics: [] } },
    },
    {
      ...{ name: 'rename', handler: 'onRenameRequest' },
      params: { textDocument, position, newName: 'another-name' },
    },
  ];
}
