// Skills and commands of real repositories, as projects whose findings can be judged.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { outlineOf } from '../../server/agent/outline';
import { isTemplate } from '../../server/agent/template';
import { skills } from '../support/resources';
import type { Project } from './projects';

/** A label of a finding on a skill or a command begins with it. */
export const skillSource = 'skills/';

/** Where each program that is asked reads skills and commands. `.agents/skills` is read by four programs. */
const folders = [
  { skills: '.claude/skills', commands: '.claude/commands' },
  { skills: '.agents/skills', commands: '.opencode/commands' },
  { skills: '.qwen/skills', commands: '.qwen/commands' },
  { skills: '.kilo/skills', commands: '.kilo/commands' },
] as const;

/**
 * Four projects of each repository: one for the programs that share `.agents/skills`, the others for one program each. Most of these files are in
 * collections or plugins, from which they are copied; two of one name are alternatives, and the first is taken.
 */
export const skillProjects = (): readonly Project[] =>
  skills === null
    ? []
    : repositories(skills).flatMap((repository) =>
        folders.map((folder) => projectOf(repository, folder)),
      );

interface Repository {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

const repositories = (root: string): readonly Repository[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('__'))
    .map(({ name }) => ({ name, files: markdownBelow(path.join(root, name)) }));

const markdownBelow = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')])
      .sort(),
  );

function projectOf(
  { name, files }: Repository,
  folder: { readonly skills: string; readonly commands: string },
): Project {
  const sources = new Map<string, string>();
  for (const file of Object.keys(files)) {
    const at = isNotForUse(file, files[file] ?? '') ? null : placeOf(name, file, folder);
    if (at !== null && !sources.has(at)) sources.set(at, file);
  }
  return {
    name: `${skillSource}${name}`,
    files: Object.fromEntries([...sources].map(([at, file]) => [at, files[file] ?? ''])),
    sourceOf: (at) => `${skillSource}${name}/${sources.get(at) ?? at}`,
    // Agents, files and scripts that they name are not in these folders.
    canJudge: ({ rule }) => !needWholeRepository.has(rule),
  };
}

/** Templates that a generator fills in, and files of its tests. */
const isNotForUse = (file: string, text: string): boolean =>
  /(?:^|\/)(?:tests?|fixtures)\//.test(file) ||
  isTemplate(outlineOf(text), { path: file, isRead: false });

const needWholeRepository: ReadonlySet<string> = new Set([
  'broken-link',
  'missing-file',
  'unknown-agent',
]);

/** Null for a file that is neither a skill nor a command. */
function placeOf(
  repository: string,
  file: string,
  { skills: skillFolder, commands }: { readonly skills: string; readonly commands: string },
): string | null {
  const parts = file.split('/');
  if (parts.at(-1) === 'SKILL.md') {
    const [folder = repository] = parts
      .slice(0, -1)
      .reverse()
      .filter((part) => part !== 'skill');
    return `${skillFolder}/${folder}/SKILL.md`;
  }
  const at = parts.indexOf('commands');
  return at < 0 ? null : `${commands}/${parts.slice(at + 1).join('/')}`;
}
