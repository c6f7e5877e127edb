// Converts internal types to protocol types. Offsets are converted to lines and characters here.

import type {
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Location,
  MarkupContent,
  MarkupKind,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion, CompletionKind } from '../../features/completion/item';
import { findingText } from '../../features/finding-text';
import type { OutlineSymbol } from '../../features/symbols';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Finding, Severity } from '../../rules/rule';
import type { Edit } from '../../text/edit';
import { plainMarkdown } from '../../text/plain-markdown';
import { plainSnippet } from '../../text/snippet';
import type { Span } from '../../text/span';
import type { Translate } from '../../text/translate';
import type { ItemSupport } from '../client';
import {
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  SymbolKind,
} from '../library';

export const rangeOf = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

export const spanOf = (document: TextDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

export const textEdit = (document: TextDocument, { span, text }: Edit): TextEdit => ({
  range: rangeOf(document, span),
  newText: text,
});

/** Converts Markdown to the format that the client shows. */
export const markupOf = (kind: MarkupKind, markdown: string): MarkupContent => ({
  kind,
  value: kind === 'markdown' ? markdown : plainMarkdown(markdown),
});

const severityNumbers: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const diagnosticTags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;

export interface DiagnosticOptions {
  readonly catalog: HostCatalog;
  /** URI of the folder that contains the rule pages. If undefined, findings have no link. */
  readonly docs: string | undefined;
  readonly translate: Translate;
  /** If undefined, related locations of findings are omitted. */
  readonly locate?: (path: string, span: Span | null) => Location | null;
}

/**
 * Returns a diagnostic at the finding's own place and, if it also concerns other places, one at each of them. What was joined
 * because it differs only in a name is shown at each name with the message for this name.
 */
export function diagnosticsOf(
  document: TextDocument,
  finding: Finding,
  options: DiagnosticOptions,
): Diagnostic[] {
  if (finding.isJoined && finding.also?.length)
    return (finding.parts ?? []).flatMap((part) => diagnosticsOf(document, part, options));
  const first = diagnosticOf(document, finding, options);
  const others = (finding.also ?? []).map((span) => ({
    ...first,
    range: rangeOf(document, span),
  }));
  return [first, ...others];
}

export function diagnosticOf(
  document: TextDocument,
  finding: Finding,
  { catalog, docs, translate, locate }: DiagnosticOptions,
): Diagnostic {
  const { span, severity, rule, host, tag, related, programs } = finding;
  const hosts = programs ?? (host === null ? [] : [host]);
  const names = hosts.flatMap((id) => catalog.hostById(id)?.name ?? []);
  return {
    range: rangeOf(document, span ?? { start: 0, end: 0 }),
    severity: severityNumbers[severity],
    code: rule,
    ...(docs !== undefined && { codeDescription: { href: `${docs}/rules/${rule}.md` } }),
    source: names.length === 0 ? 'Dossier' : `Dossier · ${names.join(', ')}`,
    message: findingText(finding, translate),
    ...(tag && { tags: [diagnosticTags[tag]] }),
    ...(related &&
      locate && {
        relatedInformation: related.flatMap(({ path, span: there, message }) => {
          const location = locate(path, there);
          return location ? [{ location, message: translate(message) }] : [];
        }),
      }),
  };
}

const completionKinds: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  tool: CompletionItemKind.Function,
  model: CompletionItemKind.Value,
  color: CompletionItemKind.Color,
  event: CompletionItemKind.Event,
  skeleton: CompletionItemKind.Snippet,
  reference: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
};

export interface CompletionOptions {
  /** Whether the client is our own. */
  readonly isOurs: boolean;
  /** Whether the editor offers its own items at this place. Ours are then sorted after them. */
  readonly comesLast: boolean;
  /** The client's support for completion items. */
  readonly support: ItemSupport;
  /** Number of the list, used to recognize items of older lists. */
  readonly list: number;
  readonly translate: Translate;
}

/** The command by which our own client opens the next list. Other editors do not support it. */
const askAgain = { title: 'Suggest', command: 'editor.action.triggerSuggest' } as const;

/**
 * Returns items without documentation, which is added when an item is resolved. Properties with default
 * values are omitted.
 */
export function completionsOf(
  document: TextDocument,
  items: readonly Completion[],
  { isOurs, list, comesLast, support, translate }: CompletionOptions,
): CompletionItem[] {
  let range: Range | undefined;
  let of: Span | undefined;
  return items.map((item, index) => {
    if (range === undefined || of !== item.span) range = rangeOf(document, item.span);
    of = item.span;
    const goesOn = isOurs && item.goesOn === true;
    const data = list * perList + index;
    return {
      ...completionOf(item, range, index, comesLast ? '~' : '', support, translate),
      ...(goesOn && { command: askAgain }),
      data,
    };
  });
}

/** Exceeds the length of any list, so that an item's number encodes both its list and its index. */
const perList = 100_000;

/** Returns the index of an item, or null if it belongs to another list. */
export const placeInList = (data: number, list: number): number | null =>
  Math.floor(data / perList) === list ? data % perList : null;

function completionOf(
  item: Completion,
  range: Range,
  index: number,
  before: string,
  { hasSnippets, hasAsIs, deprecation }: ItemSupport,
  translate: Translate,
): CompletionItem {
  const { label, title, kind, detail, insert, isSnippet, deprecated, hex } = item;
  const newText = isSnippet && !hasSnippets ? plainSnippet(insert) : insert;
  // A sentence ends without its full stop here.
  const detailText = hex ?? translate(detail).replace(/\.(?= · |$)/, '');
  return {
    label: title ? translate(title) : label,
    kind: completionKinds[kind],
    ...(detailText !== '' && { detail: detailText }),
    // Preserves the order of the list.
    sortText: `${before}${String(index).padStart(4, '0')}`,
    ...filterOf(item),
    ...(isSnippet && hasSnippets && { insertTextFormat: InsertTextFormat.Snippet }),
    // Further lines already contain their indentation.
    ...(hasAsIs && newText.includes('\n') && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range, newText },
    ...(deprecated && deprecation === 'tags' && { tags: [CompletionItemTag.Deprecated] }),
    ...(deprecated && deprecation === 'flag' && { deprecated }),
  };
}

/** Returns the text to match. A skeleton matches the dashes that have already been typed. */
const filterOf = ({ kind, prefix }: Completion): Pick<CompletionItem, 'filterText'> => {
  if (prefix !== undefined) return { filterText: prefix };
  return kind === 'skeleton' ? { filterText: '---' } : {};
};

const symbolKinds = {
  field: SymbolKind.Property,
  key: SymbolKind.Key,
  heading: SymbolKind.String,
} as const;

export const symbolOf = (
  document: TextDocument,
  { name, detail, kind, span, selection, children }: OutlineSymbol,
): DocumentSymbol => ({
  name,
  detail,
  kind: symbolKinds[kind],
  range: rangeOf(document, span),
  selectionRange: rangeOf(document, selection),
  children: children.map((child) => symbolOf(document, child)),
});

/** Nests spans that are sorted from the smallest to the largest. Without any, the result is empty and at the position. */
export function selectionOf(
  document: TextDocument,
  spans: readonly Span[],
  position: Position,
): SelectionRange {
  let selection: SelectionRange | undefined;
  for (const span of [...spans].reverse())
    selection = { range: rangeOf(document, span), ...(selection && { parent: selection }) };
  return selection ?? { range: { start: position, end: position } };
}
