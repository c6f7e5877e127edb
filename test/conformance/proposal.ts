// What a declaration has to say of another version, as lines to paste: the differences that a run found, where the declaration has
// a form for them. A difference without such a form is listed, and someone has to look at its case.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Host } from '../../server/hosts/model/host';
import { compareVersions, isInVersion, versionsOf } from '../../server/hosts/model/version';
import { hosts } from '../support/catalog';
import type { VersionChange } from './versions';

/** Lines for one file. */
interface Edit {
  readonly file: string;
  /** Below which declaration, and the line to add. */
  readonly add: string;
}

const folderOfHosts = 'server/hosts';

/** @param version the version that was asked, older or newer than that of the declaration. */
export function proposalFor(
  host: Host,
  version: string,
  changes: readonly VersionChange[],
): readonly string[] {
  const isOlder = compareVersions(version, host.version) < 0;
  const made = changes.map((change) => ({
    change,
    edit: isOlder ? editForOlder(host, version, change) : editForNewer(host, version, change),
  }));
  const edits = [...versionEdits(host, version), ...made.flatMap(({ edit }) => edit ?? [])];
  const left = made.flatMap(({ change, edit }) => (edit === null ? [change] : []));
  const files = [...new Set(edits.map(({ file }) => file))];
  return [
    ...(edits.length === 0 ? [] : ['The declaration should have:']),
    ...files.flatMap((file) => [
      `  ${file}`,
      ...new Set(edits.flatMap((one) => (one.file === file ? [`    ${one.add}`] : []))),
    ]),
    ...(left.length === 0 ? [] : ['No form of a declaration fits these; see their cases:']),
    ...left.map(({ what, shownBy }) => `  ${what} (${shownBy})`),
  ];
}

function versionEdits(host: Host, version: string): readonly Edit[] {
  const file = `${folderFor(host.id)}/host.ts`;
  if (compareVersions(version, host.version) >= 0 || versionsOf(host).includes(version)) return [];
  const older = [...(host.olderVersions ?? []), version].sort(compareVersions);
  return [{ file, add: `olderVersions: [${older.map((one) => `'${one}'`).join(', ')}],` }];
}

/** An empty list where the declaration has it already; null where it has no form for it. */
function editForOlder(host: Host, version: string, change: VersionChange): readonly Edit[] | null {
  const { tool, field, what } = change;
  const since = `since: '${nextOf(host, version)}',`;
  if (tool !== undefined) {
    const declared = dialectsOf(host).flatMap(({ tools }) => tools.tools);
    const known = declared.find(({ name }) => name === tool);
    if (!known || !what.endsWith('is not given')) return null;
    if (!isInVersion(known, version)) return [];
    return [{ file: fileWith(host, 'tools', tool), add: `in the entry of "${tool}": ${since}` }];
  }
  const [, named] = /^(?:tool name|former tool) (\S+?): granted is /.exec(what) ?? [];
  if (named !== undefined) {
    const known = dialectsOf(host)
      .flatMap(({ tools }) => [...(tools.aliases ?? []), ...tools.former])
      .filter(({ name }) => name === named);
    if (known.length === 0) return null;
    if (known.every((one) => !isInVersion(one, version))) return [];
    return [{ file: fileWith(host, 'tools', named), add: `for the name "${named}": ${since}` }];
  }
  const model = modelIn(what);
  if (model) {
    const known = dialectsOf(host).flatMap(({ models }) => models.models);
    const declared = known.find(({ id }) => id === model.id);
    if (declared?.standsFor === undefined) return null;
    const then = declared.formerly?.find(({ until }) => compareVersions(version, until) <= 0);
    if (then?.standsFor === model.now) return [];
    const formerly = `formerly: { until: '${version}', standsFor: '${model.now}' },`;
    const file = fileWith(host, 'models', model.id);
    return [{ file, add: `for the alias "${model.id}", ${formerly}` }];
  }
  // A version that does not know a field reports it as unknown. In other cases it may report a value.
  const isUnknown = what.endsWith(`: reported is ${field}, not (none)`);
  if (field === undefined || !isUnknown || !/^declared: field \S+ in \w+$/.test(change.shownBy))
    return null;
  const known = dialectsOf(host).flatMap(({ fields }) => fields[field] ?? []);
  if (known.length === 0) return null;
  if (known.every((one) => !isInVersion(one, version))) return [];
  return [{ file: fileWith(host, 'fields', field), add: `in the entry of "${field}": ${since}` }];
}

function editForNewer(host: Host, version: string, change: VersionChange): readonly Edit[] | null {
  const { tool, what } = change;
  if (tool !== undefined) {
    const isNew = what.endsWith('is given');
    const entry = isNew
      ? `a tool: { name: '${tool}', since: '${version}', does: 'other', means: '' },`
      : `in place of the tool: a former tool { name: '${tool}', now: [], mapped: false },`;
    return [{ file: fileWith(host, 'tools', isNew ? '' : tool), add: entry }];
  }
  const model = modelIn(what);
  if (!model) return null;
  const formerly = `formerly: { until: '${host.version}', standsFor: '${model.before}' },`;
  const add = `for the alias "${model.id}", standsFor: '${model.now}', ${formerly}`;
  return [{ file: fileWith(host, 'models', model.id), add }];
}

const dialectsOf = ({ dialects }: Host) => Object.values(dialects);

/** Of the versions that were asked the first one after it, which has what this one lacks. */
const nextOf = (host: Host, version: string): string =>
  versionsOf(host).find((one) => compareVersions(one, version) > 0) ?? host.version;

/** `model best: model is claude-opus-5, not claude-opus-5-5` */
function modelIn(what: string): { id: string; now: string; before: string } | null {
  const [, id, now, before] = /^model (\S+): model is (\S+), not (\S+)$/.exec(what) ?? [];
  return id === undefined || now === undefined || before === undefined ? null : { id, now, before };
}

/** The folder of a host, from the root of the project. */
export const folderFor = (id: string): string => {
  const found = readdirSync(folderOfHosts).find((folder) => {
    const file = path.join(folderOfHosts, folder, 'host.ts');
    return existsSync(file) && readFileSync(file, 'utf8').includes(`\n  id: '${id}',`);
  });
  return `${folderOfHosts}/${found ?? id}`;
};

/** The file of the host, or of the one that it was forked from, that declares the name. */
function fileWith(host: Host, kind: 'tools' | 'models' | 'fields', name: string): string {
  const from = hosts.filter(({ id }) => id === host.forkOf || id === host.profileOf);
  const files = [host, ...from].map(({ id }) => `${folderFor(id)}/${kind}.ts`);
  const holds = (file: string): boolean =>
    existsSync(file) &&
    readFileSync(file, 'utf8')
      .split(/[^\w-]+/)
      .includes(name);
  return files.find(holds) ?? files[0] ?? folderFor(host.id);
}
