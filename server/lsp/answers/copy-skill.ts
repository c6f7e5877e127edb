// Copies the folder of a skill that was converted. The server does it, because an edit of the editor would lose run bits and links.
import { rootOf } from '../../hosts/model/located-file';
import { subjectAt } from '../../hosts/model/place';
import type { CopySkillParams } from '../../protocol/protocol';
import { type Message, t, verbatim } from '../../text/message';
import { pathOf } from '../documents/uri';
import type { Session } from '../session';

/** Null, or why the folder was not copied. */
export function copySkill(
  { documents, world }: Pick<Session, 'documents' | 'world'>,
  { from, to, text }: CopySkillParams,
): Message | null {
  const [source, target] = [pathOf(from), pathOf(to)];
  const places = [source, target].map((folder) =>
    folder === undefined
      ? undefined
      : documents.placesAt(`${folder}/SKILL.md`).find((place) => subjectAt(place) === 'skill'),
  );
  const [before, after] = places;
  if (source === undefined || target === undefined || !before || !after)
    return t('This is not a folder of a skill.');
  try {
    world.copyFolder(
      { from: source, to: target, texts: new Map([['SKILL.md', text]]) },
      rootOf(after) || '/',
    );
    return null;
  } catch (error) {
    return verbatim(error instanceof Error ? error.message : String(error));
  }
}
