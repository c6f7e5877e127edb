// What a user changes in the preview: tools, findings, a version of the agent for another host. The server computes the edits.
import * as vscode from 'vscode';
import {
  type CardFinding,
  type FindingFixes,
  type FindingFixesParams,
  findingFixesMethod,
  type HostParams,
  type SetTools,
  type SetToolsParams,
  setToolsMethod,
  type ToolChange,
  type ToolChoices,
  toolChoicesMethod,
} from '../../server/protocol/protocol';
import { applyEdits } from '../apply-edits';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import { isConfirmed, showInformation, showWarning } from '../notify';
import type { Server } from '../server';
import { changesBetween, toolRows } from './tool-rows';

/** Grants and revokes tools. What else the edits would change is asked first. */
export async function setTools(
  server: Server,
  shown: HostParams,
  changes: readonly ToolChange[],
): Promise<void> {
  const params: SetToolsParams = { ...shown, changes };
  const made = await server.request<SetTools | null>(setToolsMethod, params);
  if (!made) return;
  const { problem, question, edits } = made;
  if (problem !== null) {
    void showWarning(problem);
    return;
  }
  if (edits.length === 0 || (question !== null && !(await isChangeConfirmed(question)))) return;
  await applyEdits(vscode.Uri.parse(shown.uri), made);
}

const isChangeConfirmed = (detail: string): Promise<boolean> =>
  isConfirmed(t('Change the tools of the agent?'), { detail, button: t('Change') });

/** A checklist of the tools of the host. */
export async function configureTools(server: Server, params: HostParams): Promise<void> {
  const choices = await server.request<ToolChoices | null>(toolChoicesMethod, params);
  if (!choices) return;
  const items = toolRows(choices).map(({ isHeading, ...row }) => ({
    ...inertItem(row),
    name: row.label,
    ...(isHeading && { kind: vscode.QuickPickItemKind.Separator }),
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Configure Tools for {0}', choices.hostName),
    placeHolder: t('Select the tools that the agent can use'),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) return;
  const chosen = picked.map(({ name }) => name);
  const changes = changesBetween(choices, chosen);
  if (changes.length > 0) await setTools(server, params, changes);
}

/** Applies the fix of a finding. Of several, the user selects one. */
export async function fixFinding(
  server: Server,
  shown: HostParams,
  { rule, message, line }: CardFinding,
): Promise<void> {
  const params: FindingFixesParams = { ...shown, rule, message, line };
  const answer = await server.request<FindingFixes | null>(findingFixesMethod, params);
  const [only, ...others] = answer?.fixes ?? [];
  if (!answer || !only) {
    void showInformation(t('The file has changed in the meantime. Try again.'));
    return;
  }
  const chosen =
    others.length === 0
      ? only
      : await vscode.window.showQuickPick(
          answer.fixes.map((fix) =>
            inertItem({ ...fix, label: fix.title, description: lossOf(fix) }),
          ),
          { title: t('Fix'), placeHolder: message },
        );
  if (!chosen || !(await isLossConfirmed(chosen))) return;
  await applyEdits(vscode.Uri.parse(shown.uri), { version: answer.version, edits: chosen.edits });
}

type OfferedFix = FindingFixes['fixes'][number];

const lossOf = ({ takesFrom }: Pick<OfferedFix, 'takesFrom'>): string =>
  takesFrom === '' ? '' : t('The agent loses tools in {0}.', takesFrom);

/** What works in another program is removed only after the user was asked. */
const isLossConfirmed = async (fix: OfferedFix): Promise<boolean> =>
  fix.takesFrom === '' ||
  isConfirmed(t('Apply "{0}"?', fix.title), { detail: lossOf(fix), button: t('Fix') });
