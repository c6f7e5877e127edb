// Converts the folders to which a file can be moved to protocol types.
import { moveTargets } from '../features/move-targets';
import { programsOf } from '../features/program-order';
import type { MoveTargets } from '../protocol';
import { folderOf } from './folders';
import { pathForPeople } from './own';
import type { Session } from './session';
import { movedUri, pathOf } from './uri';

export function moveTargetsOf(uri: string, session: Session): MoveTargets {
  const { catalog, client, documents, settings, team, world } = session;
  const path = pathOf(uri);
  const folder = folderOf(path, client.folders) ?? client.folders[0];
  const programs = programsOf(team.of(path, settings.of(path)), documents.options.editor ?? null);
  const file = { path, places: documents.placesAt(path), folder: folder?.path ?? null };
  return {
    targets: moveTargets(catalog, file, programs).map(({ host, path: to, isReader }) => ({
      host: host.id,
      hostName: host.name,
      uri: movedUri(uri, to),
      path: pathForPeople(to, client.folders, world.home),
      isReader,
    })),
  };
}
