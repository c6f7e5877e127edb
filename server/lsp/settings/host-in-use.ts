// The program that a new file is for, as the project uses it.
import type { Host } from '../../hosts/model/host';
import { hostToWrite, inGenerations } from '../../settings/chosen';
import type { Session } from '../session';

/**
 * Returns the program in the generation and version that the settings of the file and its project name.
 * @param path where the file will be.
 */
export function hostInUse(
  program: Host,
  path: string,
  {
    catalog,
    documents,
    settings,
    team,
  }: Pick<Session, 'catalog' | 'documents' | 'settings' | 'team'>,
): Host {
  const used = team.of(path, settings.of(path));
  const places = documents.placesAt(path);
  const place = inGenerations(catalog, places, used).find(
    ({ host }) => catalog.mainOf(host) === program,
  );
  return place ? hostToWrite(catalog, place.host, [place], used) : program;
}
