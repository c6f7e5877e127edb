// What every handler shares: the connection, the open documents, what is known of the client, and the one place where a
// fault of ours is caught: logged with the document's version, and answered with nothing rather than nonsense.
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type WorkspaceIndex, workspaceIndex } from '../workspace/index';
import type { World } from '../world/world';
import type { Answer, Client } from './client';
import { type Documents, documentsIn } from './documents';
import { type EditorSettings, editorSettings } from './editor-settings';
import { TextDocuments } from './library';
import { type Locate, locateIn, textIn } from './locate';
import { type Publisher, publisherFor } from './publish';
import { type Reach, reachOf } from './reach';
import { type LongWork, type Surveyor, surveyorOf } from './surveyor';
import { type TeamSettings, teamSettings } from './team-settings';

export interface Session extends Publisher {
  readonly connection: Connection;
  readonly world: World;
  readonly version: string;
  readonly client: Client;
  readonly open: TextDocuments<TextDocument>;
  readonly documents: Documents;
  readonly settings: EditorSettings;
  readonly team: TeamSettings;
  readonly answer: Answer;
  readonly index: WorkspaceIndex;
  readonly reach: Reach;
  readonly surveyor: Surveyor;
  readonly locate: Locate;
  /** As it is typed where it is open, else as it is saved; null where it cannot be read. */
  readonly textAt: (path: string) => string | null;
}

export function sessionOn(
  connection: Connection,
  world: World,
  version: string,
  longWork?: LongWork,
): Session {
  const client: Client = { capabilities: {}, folders: [], isOurs: false };
  const open = new TextDocuments(TextDocument);
  const team = teamSettings(world, () => client.folders.map(({ path }) => path));
  const settings = editorSettings(connection, () => client.folders);
  const index = workspaceIndex(world.has);
  const reach = reachOf(client, world, settings);
  const documents = documentsIn(world, (path) => settings.of(path), team, { neighbours: index });
  const answer: Answer = (uri, what, nothing, ask) => {
    const document = open.get(uri);
    if (!document) return nothing;
    try {
      return ask(document, documents.view(document));
    } catch (error) {
      connection.console.error(
        `${what} of ${uri} at version ${document.version}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return nothing;
    }
  };
  const parts = {
    ...{
      connection,
      world,
      version,
      client,
      open,
      documents,
      settings,
      team,
      answer,
      index,
      reach,
    },
  };
  const locate = locateIn(world, open);
  const publisher = publisherFor({
    ...{ ...parts, locate },
    atRest: (document, view) => surveyor.saw(document, view),
    shown: (path) => surveyor.shown(path),
    again: (paths) => surveyor.again(paths),
  });
  const surveyor: Surveyor = surveyorOf({
    ...{ ...parts, locate, longWork },
    publish: publisher.publish,
  });
  return { ...parts, ...publisher, surveyor, locate, textAt: textIn(world, open) };
}
