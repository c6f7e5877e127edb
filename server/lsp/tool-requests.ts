// The requests with which the preview changes an agent. They return edits; the client applies them, so that they can be undone.
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { versionFor } from '../features/new-agent/version';
import { cardFindings } from '../features/persona-card';
import { writableFixes } from '../features/persona-fixes';
import { setTools } from '../features/tool-edits/set-tools';
import { toolChoices } from '../features/tool-edits/tool-choices';
import { type View, verdictIn } from '../features/view';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type {
  FindingFixes,
  FindingFixesParams,
  HostParams,
  NewVersion,
  NewVersionParams,
  SetTools,
  SetToolsParams,
  ToolChoices,
} from '../protocol';
import { textEdit } from './encode';

export function toolEdits(
  document: TextDocument,
  view: View,
  { host, changes }: SetToolsParams,
): SetTools | null {
  const made = setTools(view, host, changes);
  return (
    made && {
      ...made,
      version: document.version,
      edits: made.edits.map((edit) => textEdit(document, edit)),
    }
  );
}

export function choicesOf(view: View, { host }: HostParams): ToolChoices | null {
  const verdict = verdictIn(view, host);
  return verdict?.persona
    ? { hostName: verdict.place.host.name, groups: toolChoices(verdict) }
    : null;
}

/** The finding that the card shows. Of several that say the same, it is the one on the line of the card, else the first. */
export function fixesOf(
  document: TextDocument,
  view: View,
  { host, rule, message, line }: FindingFixesParams,
): FindingFixes | null {
  const verdict = verdictIn(view, host);
  const same = (verdict ? cardFindings(view, verdict) : []).filter(
    (one) => one.rule === rule && one.message === message,
  );
  const lineOf = ({ span }: (typeof same)[number]): number | null =>
    span && document.positionAt(span.start).line;
  const finding = same.find((one) => lineOf(one) === line) ?? same[0];
  return (
    (finding && {
      version: document.version,
      fixes: writableFixes(finding).map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => textEdit(document, edit)),
      })),
    }) ??
    null
  );
}

export function newVersion(
  catalog: HostCatalog,
  view: View,
  { host, target }: NewVersionParams,
): NewVersion | null {
  const verdict = verdictIn(view, host);
  const other = catalog.mainHosts.find(({ id }) => id === target);
  const made = verdict && other ? versionFor(catalog, verdict, other) : null;
  if (!made || !other) return null;
  const { name, description, capabilities, model, color, prompt } = made.options;
  return {
    hostName: other.name,
    agent: {
      ...{ scope: 'project', hosts: [target], name },
      ...{ description, capabilities, model, color, prompt },
    },
    notes: made.notes,
  };
}
