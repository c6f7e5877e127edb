// What the questions about skills have in common: how they are laid out together, and how a skill is stated as facts.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Facts, facts, quoted, yesNo } from '../../facts';
import { isInPlugin, pluginFolder, type Question, type SkillSubject } from '../../question';
import type { Batching } from '../batches';

/** A skill or a command as a program lists it. */
export interface ListedSkill {
  readonly name?: string;
  readonly description?: string | null;
  /** Offered to the model; undefined where the program does not show it. */
  readonly listed?: boolean;
  /** Callable by the user; undefined where the program does not show it. */
  readonly user?: boolean;
}

/** Longer ones are stated by their length alone. UTF-16 units. */
const longest = 1000;

/** @param skill null where the program has none. */
export function skillAnswer(skill: ListedSkill | null, subject: SkillSubject = 'skill'): Facts {
  if (!skill) return { [subject]: 'no' };
  const { name, description, listed, user } = skill;
  const isLong = (description ?? '').length > longest;
  return facts({
    [subject]: 'yes',
    name: name === undefined ? undefined : quoted(name),
    description: description === undefined || isLong ? undefined : quoted(description),
    characters:
      description === undefined || description === null ? undefined : String(description.length),
    listed: listed === undefined ? undefined : yesNo(listed),
    user: user === undefined ? undefined : yesNo(user),
  });
}

const nameLine = /^[ \t]*["']?name["']?[ \t]*:[ \t]*([^\n\r]*)/gim;

/** A skill without a folder of its own: `skills/review.md`. */
const isFlat = (file: string): boolean =>
  /(?:^|\/)skills?\/[^/]+\.md$/.test(file) && !/\/skill\.md$/i.test(file);

/**
 * Together are asked: files at places that differ only in the folder of the skill, of which no two have the same path or may have
 * the same name. A file "SKILL.md" directly in the folder of skills hides others, so that each of these is a kind of its own.
 */
export const skillBatching: Pick<Batching, 'atOnce' | 'marks' | 'kind'> = {
  atOnce: 300,
  marks: ({ path: file, text }) =>
    marked([
      ...[file, isFlat(file) ? path.basename(file, '.md') : folderOf(file)],
      ...namesIn(text),
    ]),
  kind: ({ path: file }) => {
    if (isFlat(file)) return `${path.dirname(file)}/*.md`;
    const parts = file.split('/');
    const isUsual = parts.length > 2 && /^skills?$/.test(parts.at(-3) ?? '');
    return isUsual ? parts.with(-2, '*').join('/') : file;
  },
};

/** Together are asked: commands directly in one folder, of which no two may have the same name. */
export const commandBatching: Pick<Batching, 'atOnce' | 'marks' | 'kind'> = {
  atOnce: 300,
  marks: ({ path: file, text }) => marked([file, path.basename(file), ...namesIn(text)]),
  kind: ({ path: file }) => (/\/commands?\/[^/.]+\.md$/.test(file) ? path.dirname(file) : file),
};

const namesIn = (text: string): readonly string[] =>
  [...text.slice(0, 20_000).matchAll(nameLine)].map(([, value = '']) =>
    value.replace(/\s+#.*$/, '').replace(/^["']|["']?\s*$/g, ''),
  );

const marked = (names: readonly string[]): readonly string[] =>
  names.map((one) => one.toLowerCase());

/** The name of the file's own folder. */
export const folderOf = (file: string): string => path.basename(path.dirname(file));

/**
 * Puts each file below the project, or below the home with `~/`.
 * @returns where each was put, in the order of the questions.
 */
export function laySkills(
  { project, home }: { readonly project: string; readonly home: string },
  batch: readonly Question[],
): readonly string[] {
  for (const folder of ['objects', 'refs/heads'])
    mkdirSync(path.join(project, '.git', folder), { recursive: true });
  writeFileSync(path.join(project, '.git/HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(
    path.join(project, '.git/config'),
    '[core]\n\trepositoryformatversion = 0\n\tbare = false\n',
  );
  if (batch.some(isInPlugin)) {
    const manifest = path.join(project, pluginFolder, '.claude-plugin/plugin.json');
    mkdirSync(path.dirname(manifest), { recursive: true });
    writeFileSync(manifest, JSON.stringify({ name: pluginFolder }));
  }
  return batch.map(({ path: file, text }) => {
    const whole = file.startsWith('~/') ? path.join(home, file.slice(2)) : path.join(project, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    writeFileSync(whole, text);
    return whole;
  });
}
