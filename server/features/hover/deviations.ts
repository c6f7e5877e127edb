// Where a program differs from the standard that a plugin declares, at a key of its manifest or of its servers.
import {
  declaresStatedVersion,
  pluginDeviationFrom,
  serverDeviationFrom,
  serversDeviationFrom,
  statedProblems,
  statementOn,
  statementOnKey,
} from '../../hosts/judge/plugins/standard-statements';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { PluginManifests } from '../../hosts/model/plugin';
import type { Problem } from '../../hosts/model/type';
import type { Verdict } from '../../hosts/model/verdict';
import type { Message } from '../../text/message';
import { entryOf, type Path } from '../../yaml/value';

/**
 * What the program does, and then what the standard states: two sentences with `{host}`. Null where the two agree, and for documents that
 * the standard does not have.
 * @param path of the key, with itself
 */
export function deviationAt(verdict: Verdict, text: string, path: Path): Message | null {
  const { place, outcome, fields } = verdict;
  const { glob, manifest } = place.location;
  const around = place.pluginAt?.('');
  const [key, ...below] = path;
  const field = fields.find((one) => one.key === key);
  if (!field || !around || manifest === undefined || outcome === 'unknown') return null;
  const read = (file: string): string | null => (file === glob ? text : around.read(file));
  if (!declaresStatedVersion({ read })) return null;
  if (!manifest.files.includes(glob)) return serverDeviation(verdict, field, below, { read });
  const statement =
    below.length === 0 && outcome !== 'refused' ? statementOnKey(field, fields) : null;
  return statement && pluginDeviationFrom(statement);
}

function serverDeviation(
  { outcome, place }: Verdict,
  { value, problems, otherwise }: FieldVerdict,
  [name, ...below]: Path,
  plugin: PluginManifests,
): Message | null {
  // A name with escapes is not there as it is written.
  if (value.kind !== 'map' || typeof name !== 'string' || !entryOf(value.entries, name))
    return null;
  const statementFor = (server: string) =>
    statementOn({ kind: 'server', file: place.location.glob, server }, plugin);
  const isHere = ({ path: [server, ...rest] }: Problem): boolean =>
    server === name && (below.length === 0 || isSame(rest, below));
  const losesAll = otherwise?.file !== undefined;
  const statement = statementFor(name);
  if (losesAll && problems.some(isHere)) {
    const other = value.entries.find(({ key }) => statementFor(key)?.requires === 'loads');
    return statement && other ? serversDeviationFrom(statement) : null;
  }
  const isCause = [...problems, ...statedProblems(value.entries)].some(isHere);
  if (!statement || (below.length > 0 && !isCause)) return null;
  const isLost = losesAll || problems.some(({ path: [server] }) => server === name);
  const isLoaded = !isLost && (outcome === 'loads' || outcome === 'loads-changed');
  return isLoaded === (statement.requires === 'loads') ? null : serverDeviationFrom(statement);
}

const isSame = (a: Path, b: Path): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);
