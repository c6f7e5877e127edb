// Actions for a finding other than editing its file: go to the related place, rename the agent, disable the
// rule, open its documentation.

import type { CodeAction, Command, Diagnostic, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnose } from '../../features/diagnostics';
import { isTouching, placesOf } from '../../features/fixes/fixes';
import type { View } from '../../features/view/view';
import { extensionOf } from '../../hosts/model/located-file';
import { disableRuleCommand, renameAgentCommand, showRuleCommand } from '../../protocol/protocol';
import { onePerCause } from '../../rules/merge-programs';
import type { Finding } from '../../rules/rule';
import { ruleOff } from '../../settings/config';
import { type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import type { Translate } from '../../text/translate';
import { diagnosticOf, textEdit } from '../answers/encode';
import type { MakeEdit } from '../answers/workspace-edit';
import type { MakeDocument } from '../documents/encoded-document';
import { movedUri } from '../documents/uri';
import { CodeActionKind } from '../library';
import type { TeamSettings } from '../settings/team-settings';

export interface FindingActionOptions {
  readonly docs: string | undefined;
  /** Whether the client is our own, which provides the commands. */
  readonly isOurs: boolean;
  /** Whether a folder is open, whose settings can disable a rule. */
  readonly isInFolder: boolean;
  /** Whether the client can rename a file as part of an edit. */
  readonly canMove: boolean;
  readonly makeEdit: MakeEdit;
  /** Returns the URI of a file as the client spells it. */
  readonly uriOf: (path: string) => string;
  readonly has: (path: string) => boolean;
  readonly team: Pick<TeamSettings, 'fileOf'>;
  /** Returns the path of a file as shown to users. */
  readonly nameOf: (path: string) => string;
  /** Returns the text of a file, whether or not it is open, or null if it cannot be read. */
  readonly textAt: (path: string) => string | null;
  readonly makeDocument: MakeDocument;
  readonly translate: Translate;
}

export interface FindingActions {
  /** What helps to solve the problem. */
  readonly solving: readonly CodeAction[];
  /** What disables the rule beyond the file. */
  readonly disabling: readonly CodeAction[];
  /** What explains the rule. */
  readonly showing: readonly CodeAction[];
}

/** Maximum number of related files that are offered for one finding. */
const mostOthers = 3;

export function findingActions(
  document: TextDocument,
  view: View,
  here: Span,
  options: FindingActionOptions,
): FindingActions {
  const found = onePerCause(diagnose(view), view.path).filter((finding) =>
    placesOf(finding).some((place) => place === null || isTouching(place, here)),
  );
  const byRule = new Map(found.map((finding) => [finding.rule, finding]));
  const make = (finding: Finding): Made => ({ document, view, finding, options });
  const rules = [...byRule.values()];
  return {
    solving: found.flatMap((finding) => [...opening(make(finding)), ...renaming(make(finding))]),
    disabling: rules.flatMap((finding) => disabling(make(finding))),
    showing: rules.flatMap((finding) => showing(make(finding))),
  };
}

interface Made {
  readonly document: TextDocument;
  readonly view: View;
  readonly finding: Finding;
  readonly options: FindingActionOptions;
}

const action = (
  { document, view: { catalog }, finding, options: { docs, translate } }: Made,
  message: Message,
  what: Pick<CodeAction, 'edit'> | Omit<Command, 'title'>,
): CodeAction => {
  const diagnostics: Diagnostic[] = [diagnosticOf(document, finding, { catalog, docs, translate })];
  const title = translate(message);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...('command' in what ? { command: { title, ...what } } : what),
  };
};

function opening(made: Made): CodeAction[] {
  const { finding, view, options } = made;
  if (!options.isOurs) return [];
  const others = [...new Set(finding.related?.map(({ path }) => path))];
  return others
    .filter((path) => path !== view.path)
    .slice(0, mostOthers)
    .map((path) => {
      const title = t('Open {file}', { file: options.nameOf(path) });
      return action(made, title, {
        command: 'vscode.open',
        arguments: [options.uriOf(path)],
      });
    });
}

/** Offers to rename one of two agents with the same name. */
function renaming(made: Made): CodeAction[] {
  const { document, finding, options } = made;
  const { span, isAboutName } = finding;
  if (!isAboutName) return [];
  if (!span) return movingAway(made);
  if (!options.isOurs) return [];
  const title = t('Rename this agent...');
  const position = document.positionAt(span.start);
  return [
    action(made, title, {
      command: renameAgentCommand,
      arguments: [document.uri, position],
    }),
  ];
}

/** If the path determines the agent's name, the agent is renamed by renaming the file. */
function movingAway(made: Made): CodeAction[] {
  const { document, view, options } = made;
  const extension = extensionOf(view.path);
  const stem = view.path.slice(0, view.path.length - extension.length);
  if (extension === '' || !options.canMove) return [];
  let count = 2;
  while (count < 100 && options.has(`${stem}-${count}${extension}`)) count++;
  const to = `${stem}-${count}${extension}`;
  const oldUri = document.uri;
  const newUri = movedUri(oldUri, to);
  return [
    action(made, t('Rename this file to {file}', { file: to.slice(to.lastIndexOf('/') + 1) }), {
      edit: options.makeEdit([], {
        moves: [{ kind: 'rename', oldUri, newUri, options: { overwrite: false } }],
      }),
    }),
  ];
}

/**
 * Disables the rule in the team's configuration file if there is one, because it overrides the editor's
 * settings.
 */
function disabling(made: Made): CodeAction[] {
  const { document, view, finding, options } = made;
  const title = options.isInFolder
    ? t('Disable {rule} in this workspace', { rule: finding.rule })
    : t('Disable {rule} in the user settings', { rule: finding.rule });
  const file = options.team.fileOf(view.path);
  if (file) {
    const edit = configEdit(file.path, options.textAt(file.path) ?? file.text, made);
    return edit
      ? [
          action(
            made,
            t('Disable {rule} in {file}', { rule: finding.rule, file: options.nameOf(file.path) }),
            { edit },
          ),
        ]
      : [];
  }
  if (!options.isOurs) return [];
  return [
    action(made, title, {
      command: disableRuleCommand,
      arguments: [finding.rule, document.uri],
    }),
  ];
}

function configEdit(path: string, text: string, { finding, options }: Made): WorkspaceEdit | null {
  const edit = ruleOff(text, finding.rule);
  if (!edit) return null;
  const uri = options.uriOf(path);
  return options.makeEdit([[uri, [textEdit(options.makeDocument(uri, text), edit)]]]);
}

function showing(made: Made): CodeAction[] {
  const { finding, options } = made;
  if (!options.isOurs) return [];
  const title = t('Show documentation for {rule}', { rule: finding.rule });
  return [action(made, title, { command: showRuleCommand, arguments: [finding.rule] })];
}
