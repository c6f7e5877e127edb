// Tools and models that only the running editor provides. Once received, they apply to all documents.
import { type EditorToolsParams, editorToolsMethod } from '../../protocol/protocol';
import type { Session } from '../session';

export function handleEditorTools({
  connection,
  documents,
  publishAll,
  refreshSurfaces,
  surveyor,
}: Session): void {
  connection.onNotification(editorToolsMethod, ({ tools, models }: EditorToolsParams) => {
    documents.context = { ...documents.context, editorTools: tools, editorModels: models };
    publishAll();
    refreshSurfaces();
    surveyor.survey();
  });
}
