// The requests with which the preview changes an agent. They return edits; the client applies them, so that they can be undone.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { targetPath } from '../../convert/target-path';
import { agentAt } from '../../features/agents/agent-at';
import { findingText } from '../../features/finding-text';
import { losersOf } from '../../features/fixes/tool-loss';
import { versionFor } from '../../features/new-agent/version';
import { cardFindings } from '../../features/persona/persona-card';
import { writableFixes } from '../../features/persona/persona-hooks';
import { setTools } from '../../features/tool-edits/set-tools';
import { toolChoices } from '../../features/tool-edits/tool-choices';
import { verdictIn } from '../../features/view/verdicts';
import { type View, viewOf } from '../../features/view/view';
import type {
  FindingFixes,
  FindingFixesParams,
  HostParams,
  NewVersion,
  NewVersionParams,
  SetTools,
  SetToolsParams,
  ShownFile,
  ToolChoices,
} from '../../protocol/protocol';
import { listed } from '../../rules/words';
import { assumedPlace } from '../../settings/chosen';
import type { Translate } from '../../text/translate';
import { translated, type Untranslated } from '../../text/translated';
import type { Session } from '../session';
import { hostInUse } from '../settings/host-in-use';
import { textEdit } from './encode';

export function toolEdits(
  document: TextDocument,
  view: View,
  { host, changes }: SetToolsParams,
): Untranslated<SetTools> | null {
  const made = setTools(view, host, changes);
  return (
    made && {
      question: made.question,
      problem: made.problem,
      version: document.version,
      edits: made.edits.map((edit) => textEdit(document, edit)),
    }
  );
}

export function choicesOf(view: View, { host }: HostParams): Untranslated<ToolChoices> | null {
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
  translate: Translate,
): Untranslated<FindingFixes> | null {
  const verdict = verdictIn(view, host);
  const same = (verdict ? cardFindings(view, verdict) : []).filter(
    (one) => one.rule === rule && findingText(one, translate) === message,
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
        takesFrom: listed(losersOf(view, edits, host)),
      })),
    }) ??
    null
  );
}

export function newVersion(
  services: Pick<Session, 'catalog' | 'documents' | 'settings' | 'team'>,
  view: View,
  { host, target }: NewVersionParams,
): Untranslated<NewVersion> | null {
  const { catalog } = services;
  const verdict = verdictIn(view, host);
  const program = catalog.mainHosts.find(({ id }) => id === target);
  const other =
    verdict &&
    program &&
    hostInUse(program, targetPath(verdict.place, program, verdict.place.base), services);
  const made = verdict && other ? versionFor(catalog, verdict, other) : null;
  if (!made || !other) return null;
  const { name, description, capabilities, model, color, prompt } = made.options;
  return {
    hostName: catalog.versionedName(other),
    agent: {
      ...{ scope: 'project', hosts: [target], name },
      ...{ description, capabilities, model, color, prompt },
    },
    notes: made.notes,
  };
}

// Documents that a request contains: the editor synchronizes only files in folders of hosts, but can ask about any file. It can
// also ask about a file as if it were in the folder of a host.

/**
 * Like `answer`, and for a document that is not open with the text that the request contains. The answer is in the language of the
 * client.
 */
export function answerAbout<Result>(
  {
    client,
    open,
    answer,
    documents,
    makeDocument,
  }: Pick<Session, 'client' | 'open' | 'answer' | 'documents' | 'makeDocument'>,
  { uri, sent, assumedHost, at }: ShownFile,
  nothing: Result,
  ask: (document: TextDocument, view: View) => Untranslated<Result>,
): Result {
  const askAbout = (document: TextDocument, located: View): Result => {
    const view = assumedHost === undefined ? located : viewInFolderOf(assumedHost, located);
    if (!view) return nothing;
    const answered = ask(document, at ? agentAt(view, document.offsetAt(at)) : view);
    return translated(answered, client.translate) as Result;
  };
  if (open.get(uri) || !sent) return answer(uri, 'the answer', nothing, askAbout);
  const document = makeDocument(uri, sent.text, sent.version);
  try {
    return askAbout(document, documents.view(document));
  } finally {
    // Nothing else would discard the view of a document that is never closed.
    documents.forget(uri);
  }
}

/** The view as if the file were in the host's own folder. Null for an unknown host, or a name that it ignores. */
function viewInFolderOf(id: string, view: View): View | null {
  const { catalog, path, settings, context, workspace, outline } = view;
  const host = catalog.hostById(id);
  const place = host && assumedPlace(host, path, settings);
  if (!place) return null;
  const { text } = outline;
  return viewOf({ catalog, path, settings, context, workspace, text, places: [place] });
}
