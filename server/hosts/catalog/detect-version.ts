// The version of a program that a project uses: projects install these programs as packages, so that everybody has the same.
// Only files are read. An installation outside of the project has no file that is certain: several may be there.
import type { FileText } from '../../text/file-text';
import { rootOf } from '../model/located-file';
import type { Place } from '../model/place';
import { testedFrom } from '../model/version';
import { lockFiles } from './lock-files';
import { projectFolders } from './project-folders';

interface Files {
  readonly has: (path: string) => boolean;
  readonly read: (path: string) => FileText;
}

interface DetectedVersion {
  /** One of `versionsOf` the host. */
  readonly version: string;
  /** The file that shows it: `package.json`, or `package.json: 2.1.300` where another version is in use. */
  readonly by: string;
}

/**
 * The tested version that stands for the one that the project uses; null where no file shows that it is an earlier one. The agents
 * of a user and of a plugin are read in every project, so none is detected for them.
 */
export function detectedVersion(place: Place, files: Files): DetectedVersion | null {
  const { host, location } = place;
  if (!host.olderVersions || !host.package || location.scope !== 'project') return null;
  const found = packageVersionSafely(host.package, rootOf(place), files);
  const version = found && testedFrom(host, found.version);
  if (found === null || version === null) return null;
  return { version, by: found.version === version ? found.by : `${found.by}: ${found.version}` };
}

/** An agent is judged in any case, also where its project cannot be read. */
function packageVersionSafely(...asked: Parameters<typeof packageVersion>): Detected {
  try {
    return packageVersion(...asked);
  } catch {
    return null;
  }
}

type Detected = { readonly version: string; readonly by: string } | null;

/** An exact version in the nearest `package.json` that names the package; for a range, what is locked or installed. */
function packageVersion(name: string, root: string, files: Files): Detected {
  let isNamed = false;
  for (const folder of projectFolders(root, files)) {
    const textAt = (file: string): string | undefined =>
      textOf(folder === '' ? file : `${folder}/${file}`, files);
    const jsonAt = (file: string): unknown => jsonWith(name, textAt(file));
    const wanted: unknown = isNamed ? undefined : wantedIn(jsonAt('package.json'), name);
    const exact = exactVersion(wanted);
    if (exact !== null) return { version: exact, by: 'package.json' };
    isNamed ||= wanted !== undefined;
    if (!isNamed) continue;
    for (const { name: file, versionOf } of lockFiles) {
      const text = textAt(file);
      const locked = text === undefined ? null : exactVersion(versionOf(text, name));
      if (locked !== null) return { version: locked, by: file };
    }
    const installed = exactVersion(record(jsonAt(`node_modules/${name}/package.json`))['version']);
    if (installed !== null) return { version: installed, by: 'node_modules' };
  }
  return null;
}

const wantedIn = (manifest: unknown, name: string): unknown => {
  const { dependencies, devDependencies, optionalDependencies } = record(manifest);
  const all = [dependencies, devDependencies, optionalDependencies].map(record);
  return all.find((one) => Object.hasOwn(one, name))?.[name];
};

/** Null for a range, a tag such as `latest`, a preview and everything else. */
const exactVersion = (written: unknown): string | null =>
  typeof written === 'string' ? (/^[=v]?(\d+\.\d+\.\d+)$/.exec(written.trim())?.[1] ?? null) : null;

function textOf(path: string, { has, read }: Files): string | undefined {
  const text = has(path) ? read(path) : undefined;
  return typeof text === 'string' ? text : undefined;
}

/** The content of a JSON file that contains the word; undefined for any other. */
function jsonWith(word: string, text: string | undefined): unknown {
  if (!text?.includes(`${word}"`)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // A file that is being edited.
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
