// From our words to the protocol's. Offsets end here: what goes out counts lines and characters.
import type {
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Location,
  MarkupContent,
  MarkupKind,
  Range,
  TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion, CompletionKind } from '../features/completion/item';
import type { OutlineSymbol } from '../features/symbols';
import { hosts } from '../hosts/registry';
import type { Finding, Severity } from '../rules/rule';
import type { Edit } from '../text/edit';
import { plainMarkdown } from '../text/plain-markdown';
import { plainSnippet } from '../text/snippet';
import type { Span } from '../text/span';
import type { ItemSupport } from './client';
import {
  CompletionItemKind,
  CompletionItemTag,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  InsertTextMode,
  SymbolKind,
} from './library';

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

/** A text of ours in the form that the client shows. */
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
  /** Folder with a page a rule, as a URI; without it findings carry no link. */
  readonly docs: string | undefined;
  /** Absent: other places that a finding speaks of are left out. */
  readonly locate?: (path: string, span: Span | null) => Location | null;
}

export function diagnosticOf(
  document: TextDocument,
  finding: Finding,
  { docs, locate }: DiagnosticOptions,
): Diagnostic {
  const { span, severity, rule, host, message, tag, related } = finding;
  const name = hosts.find((one) => one.id === host)?.name;
  return {
    range: rangeOf(document, span ?? { start: 0, end: 0 }),
    severity: severityNumbers[severity],
    code: rule,
    ...(docs !== undefined && { codeDescription: { href: `${docs}/rules/${rule}.md` } }),
    source: name === undefined ? 'Dossier' : `Dossier · ${name}`,
    message,
    ...(tag && { tags: [diagnosticTags[tag]] }),
    ...(related &&
      locate && {
        relatedInformation: related.flatMap(({ path, span: there, says }) => {
          const location = locate(path, there);
          return location ? [{ location, message: says }] : [];
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
};

export interface CompletionOptions {
  /** Our own client asks. */
  readonly isOurs: boolean;
  /** The editor offers items of its own at this place: ours stand behind them. */
  readonly comesLast: boolean;
  /** What the client can do with items. */
  readonly support: ItemSupport;
  /** Number of the list, so that an item of an older one is known as such. */
  readonly list: number;
}

/** The command by which our own client asks for the next list; other editors do not know it. */
const askAgain = { title: 'Suggest', command: 'editor.action.triggerSuggest' } as const;

/** Without documentation, which is made when an item is resolved. What has its default is left out. */
export function completionsOf(
  document: TextDocument,
  items: readonly Completion[],
  { isOurs, list, comesLast, support }: CompletionOptions,
): CompletionItem[] {
  let range: Range | undefined;
  let of: Span | undefined;
  return items.map((item, index) => {
    if (range === undefined || of !== item.span) range = rangeOf(document, item.span);
    of = item.span;
    const goesOn = isOurs && item.goesOn === true;
    const data = list * perList + index;
    return {
      ...completionOf(item, range, index, comesLast ? '~' : '', support),
      ...(goesOn && { command: askAgain }),
      data,
    };
  });
}

/** More than any list holds: an item's number tells its list and its place in it. */
const perList = 100_000;

/** Null for an item of another list. */
export const placeInList = (data: number, list: number): number | null =>
  Math.floor(data / perList) === list ? data % perList : null;

function completionOf(
  item: Completion,
  range: Range,
  index: number,
  before: string,
  { hasSnippets, hasAsIs, deprecation }: ItemSupport,
): CompletionItem {
  const { label, kind, detail, insert, isSnippet, deprecated, hex } = item;
  const newText = isSnippet && !hasSnippets ? plainSnippet(insert) : insert;
  const beside = hex ?? detail;
  return {
    label,
    kind: completionKinds[kind],
    ...(beside !== '' && { detail: beside }),
    // The list comes in its order.
    sortText: `${before}${String(index).padStart(4, '0')}`,
    ...filterOf(item),
    ...(isSnippet && hasSnippets && { insertTextFormat: InsertTextFormat.Snippet }),
    // Further lines carry their own indentation.
    ...(hasAsIs && newText.includes('\n') && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range, newText },
    ...(deprecated && deprecation === 'tags' && { tags: [CompletionItemTag.Deprecated] }),
    ...(deprecated && deprecation === 'flag' && { deprecated }),
  };
}

/** A skeleton is found by the dashes that are there already. */
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
