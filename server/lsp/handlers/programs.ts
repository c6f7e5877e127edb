// The programs that the author can choose from, and those that seem to be in use.
import { detectPrograms, recognizedExtensions } from '../../hosts/catalog/detect-programs';
import type { Host } from '../../hosts/model/host';
import {
  type InstalledExtensions,
  installedExtensionsMethod,
  type Program,
  type ProgramsAnswer,
  programsMethod,
} from '../../protocol/protocol';
import type { Environment, Talk, Texts } from '../session';

export function handlePrograms({
  connection,
  client,
  catalog,
  documents,
  world,
}: Environment & Talk & Texts): void {
  /** Other clients do not know the request, so no extension is known to be installed there. */
  const installed = async (): Promise<readonly string[]> => {
    if (!client.isOurs) return [];
    const params: InstalledExtensions = { extensions: recognizedExtensions(catalog) };
    return connection
      .sendRequest<InstalledExtensions>(installedExtensionsMethod, params)
      .then(({ extensions }) => extensions)
      .catch(() => []);
  };
  connection.onRequest(programsMethod, async (): Promise<ProgramsAnswer> => {
    const detected = detectPrograms(catalog, {
      editor: documents.options.editor ?? null,
      extensions: await installed(),
      home: world.home,
      roots: client.folders.map(({ path }) => path),
      has: (path) => world.has(path) || world.isFolder(path),
    });
    const byName = [...catalog.mainHosts].sort((a, b) => (a.name < b.name ? -1 : 1));
    return { detected: detected.map(programOf), all: byName.map(programOf) };
  });
}

const programOf = ({ id, name }: Host): Program => ({ host: id, hostName: name });
