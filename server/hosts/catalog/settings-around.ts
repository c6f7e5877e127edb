// Settings of a project that take tools from its agents, or that define them too.
import { lazily } from '../../text/lazily';
import type { Span } from '../../text/span';
import type { Place } from '../model/place';
import type { SettingsText } from '../model/tool-settings';
import type { SettingsContext } from './folder-settings';

type Disk = Pick<SettingsContext, 'has' | 'read'>;

/** What a place gets from settings of the project in `root`. Agents of a user or a plugin are in several projects, so they get nothing. */
export function settingsAround(
  { host: { toolSettings }, location: { scope } }: Pick<Place, 'host' | 'location'>,
  root: string,
  { has, read }: Disk,
): Pick<Place, 'rulesAround' | 'definitionsAround'> {
  if (!toolSettings || !has || !read || scope !== 'project') return {};
  const { files, rulesIn, definitionsIn } = toolSettings;
  const texts = lazily(() => settingsTexts(files, root, { has, read }));
  const lineIn = (file: string, start: number): number =>
    (
      texts()
        .find((one) => one.file === file)
        ?.text.slice(0, start) ?? ''
    ).split('\n').length;
  return {
    rulesAround: lazily(() =>
      rulesIn(texts()).map(({ start, ...rule }) => ({
        ...{ ...rule, line: lineIn(rule.file, start) },
      })),
    ),
    ...(definitionsIn && {
      definitionsAround: lazily(() =>
        definitionsIn(texts()).map(({ fileOf, ...definition }) => ({
          ...definition,
          sourceOf: (span: Span) => {
            const file = fileOf.get(span);
            return file === undefined ? undefined : { file, line: lineIn(file, span.start) };
          },
        })),
      ),
    }),
  };
}

/** The settings in the folder. An agent is judged also where its project cannot be read. */
function settingsTexts(
  files: readonly string[],
  root: string,
  { has, read }: Required<Disk>,
): readonly SettingsText[] {
  try {
    return files.flatMap((file) => {
      const path = root === '' ? file : `${root}/${file}`;
      // Nearly no project has the files, and each agent asks for them.
      const text = has(path) ? read(path) : null;
      return typeof text === 'string' ? [{ file, text }] : [];
    });
  } catch {
    return [];
  }
}
