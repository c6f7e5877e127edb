// Tools and models that only the running editor provides. Once received, they apply to all documents.
import { type EditorToolsParams, editorToolsMethod } from '../../protocol/protocol';
import type { Publisher } from '../findings/publish';
import type { Talk, Texts, Workspace } from '../session';

export function handleEditorTools({
  connection,
  documents,
  publishAll,
  refreshSurfaces,
  surveyor,
}: Talk & Texts & Workspace & Publisher): void {
  connection.onNotification(editorToolsMethod, ({ tools, models }: EditorToolsParams) => {
    documents.context = { ...documents.context, editorTools: tools, editorModels: models };
    publishAll();
    refreshSurfaces();
    surveyor.survey();
  });
}
