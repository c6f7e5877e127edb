// Patterns of files where a field takes them: the folders of the project, and the endings of the files in them.
import { rootOf } from '../../hosts/model/located-file';
import type { View } from '../view/view';
import { ranks, type Word } from './item';

/** @param typed what is before the caret and after it: the folders in it are those of the patterns. */
export function globWords(view: View, typed: string): readonly Word[] {
  const { entriesIn } = view.workspace;
  const [lane] = view.lanes;
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  if (!entriesIn || !lane || /[*?{}[\]!]|\.\.|^\//.test(folder)) return [];
  const entries = entriesIn([rootOf(lane.place), folder].join('/').replace(/\/$/, '')).slice(
    0,
    mostFiles,
  );
  const folders = entries.filter(({ name, isFolder }) => isFolder && isPlain.test(name));
  const endings = new Set(
    entries.flatMap(({ name, isFolder }) => (isFolder ? [] : (ending.exec(name)?.[0] ?? []))),
  );
  return [
    ...folders.map(({ name }) => word(`${folder}${name}/**`, ranks.likely)),
    ...[...endings].sort().map((one) => word(`${folder}**/*${one}`, ranks.ordinary)),
  ];
}

/** So many files of a folder are looked at. */
const mostFiles = 2_000;

/** Folders with other characters are escaped, and hidden ones are seldom meant. */
const isPlain = /^\w[\w.-]*$/;
const ending = /\.\w+$/;

const word = (label: string, rank: number): Word => ({
  ...{ label, kind: 'file', rank, detail: '', documentation: () => '' },
});
