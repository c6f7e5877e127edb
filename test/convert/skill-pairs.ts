// Converts real skills and commands between every ordered pair of the programs that have them.
import { outlineOfFile } from '../../server/agent/outline';
import { canConvertAt, convert } from '../../server/convert/convert';
import { locationsFor, pathOf, type SkillSubject } from '../../server/convert/skills/skill-target';
import { placeIn } from '../../server/hosts/catalog/places';
import { judge } from '../../server/hosts/judge/compute-verdict';
import type { Host } from '../../server/hosts/model/host';
import { commandAskers, skillAskers } from '../conformance/oracles/skills';
import { catalog, hosts } from '../support/catalog';
import type { ConvertedFile, SourceFile } from './pairs';

/** Where a host reads such a file; null where it has none. */
function pathAt(host: Host, subject: SkillSubject, name: string): string | null {
  const asker = (subject === 'skill' ? skillAskers : commandAskers)[host.id];
  if (asker) return asker.place.replace('{name}', () => name);
  const [location] = isAsked(host) ? [] : locationsFor(host, subject);
  return location ? pathOf(location, [name]) : null;
}

/** A command in Markdown is no command of a host that reads TOML; it is converted to one first. */
function textFor(text: string, path: string): string | null {
  if (!path.endsWith('.toml')) return text;
  const [claude, target] = [byId('claude-code'), byId('gemini-cli')];
  const place = claude && placeIn(claude, '.claude/commands/x.md');
  if (!place || !target) return null;
  const outline = outlineOfFile(place.path, text);
  return convert({ catalog, outline, place, target, options: { allowWider: true } }).text;
}

const byId = (id: string): Host | undefined => hosts.find((one) => one.id === id);

/** Whether its program answers about skills. Of the others, only our reader does. */
export const isAsked = ({ id }: Host): boolean => id in skillAskers;

/** Those with skills of their own. */
export const skilledHosts: readonly Host[] = hosts.filter(
  (host) => locationsFor(host, 'skill').length > 0,
);

export interface ConvertedSkill extends ConvertedFile {
  readonly subject: SkillSubject;
  /** Where the source is read. */
  readonly path: string;
}

/** The result of a file as if it were in a folder of the source; null where the source has nothing in it. */
export function convertedSkill(
  { file, text }: SourceFile,
  subject: SkillSubject,
  [source, target]: readonly [Host, Host],
  index: number,
): ConvertedSkill | null {
  const path = pathAt(source, subject, `f${index}`);
  const place = path === null ? null : placeIn(source, path);
  const written = path === null ? null : textFor(text, path);
  if (!place || written === null || path === null || !canConvertAt(place, target)) return null;
  const outline = outlineOfFile(path, written);
  if (judge(outline, place).skill === null) return null;
  const converted = convert({ catalog, outline, place, target });
  return { file, text: written, source, target, converted, subject, path };
}
