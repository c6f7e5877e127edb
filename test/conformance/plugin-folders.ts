// Whole plugins as questions: folders of a disk, and folders after the change that lets more programs load more of them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PluginFolder } from '../../server/hosts/model/plugin';
import { extendPlugin } from '../../server/workspace/plugins/extend-plugin';
import { hosts } from '../support/catalog';
import { isPlugin, pluginFolder, type Question } from './question';

const prefix = `${pluginFolder}/`;

/** Larger files are no part that a program reads. */
const maxBytes = 500_000;

/** A question for each folder directly in another. */
export const pluginsIn = (folder: string): readonly Question[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry): Question[] =>
    entry.isDirectory() ? [questionOf(entry.name, filesIn(path.join(folder, entry.name)))] : [],
  );

function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    names.flatMap((name) => {
      const file = path.join(folder, name);
      const stats = statSync(file);
      return stats.isFile() && stats.size <= maxBytes
        ? [[name.replaceAll('\\', '/'), readFileSync(file, 'utf8')]]
        : [];
    }),
  );
}

const questionOf = (id: string, files: Readonly<Record<string, string>>): Question => ({
  ...{ id, path: pluginFolder, text: '' },
  around: Object.fromEntries(Object.entries(files).map(([file, text]) => [prefix + file, text])),
});

/** The plugin of a question. */
export function folderOf({ path: at, text, around = {} }: Question): PluginFolder {
  const files = { ...around, ...(at !== pluginFolder && { [at]: text }) };
  const paths = Object.keys(files).flatMap((file) =>
    file.startsWith(prefix) ? [file.slice(prefix.length)] : [],
  );
  return { name: pluginFolder, paths, read: (file) => files[prefix + file] ?? null };
}

/** The same plugins after the change; those without one are left out. */
export function extended(questions: readonly Question[]): readonly Question[] {
  const asked = new Set<string>();
  return questions.flatMap((question) => {
    const found = isPlugin(question) ? extendPlugin(hosts, folderOf(question)) : null;
    if (!found) return [];
    const { paths, read } = found.folder;
    const files = Object.fromEntries(paths.map((file) => [file, read(file) ?? '']));
    // Many recorded plugins differ only in what is replaced.
    const key = JSON.stringify(files);
    if (asked.has(key)) return [];
    asked.add(key);
    return [questionOf(`${question.id}, extended`, files)];
  });
}
