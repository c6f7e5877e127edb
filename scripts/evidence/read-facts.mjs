// Looks into the programs for the facts that were only read: each by a text that shows it (`test/hosts/read`), else by its names
// (`test/conformance/evidence/read-patterns.ts`).
// Only packages that an earlier run installed are looked into.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const cache = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
  'dossier/conformance',
);

/**
 * @param host a host of `subject`
 * @returns its facts that were only read and have no case, each with `is`: `found`, `missing`, or `not installed`
 */
export function lookUpFacts(host, { factsOf, linksOf, patternsOf, textsOf }) {
  const links = linksOf(host.id);
  const texts = textsOf(host.id);
  const programs = new Map();
  return factsOf(host).flatMap((fact) => {
    if (fact.evidence.how !== 'read' || (links[fact.id] ?? []).length > 0) return [];
    const { where, source } = fact.evidence;
    if (!programs.has(where)) programs.set(where, programText(source));
    const program = programs.get(where);
    const patterns = patternsOf(fact, texts);
    const missing = patterns.filter((pattern) => program !== null && !pattern.test(program));
    const is =
      program === null
        ? 'not installed'
        : patterns.length === 0 || missing.length > 0
          ? 'missing'
          : 'found';
    return [{ fact, is, missing: missing.map(({ source: text }) => text) }];
  });
}

/** As Latin-1, in which each byte is a character; null where the package is not installed in that version. */
function programText({ package: name, version, file }) {
  const [inside, how] = file.split(', ');
  for (const folder of existsSync(cache) ? readdirSync(cache) : []) {
    const places =
      how === undefined
        ? packagesNamed(path.join(cache, folder, 'node_modules'), name, version)
        : [path.join(cache, folder, 'copilot/pkg/linux-x64', version)];
    for (const place of places) {
      const found = path.join(place, inside);
      if (existsSync(found)) return textOf(found);
    }
  }
  return null;
}

/** Some programs are compressed in their package. */
function textOf(file) {
  const bytes = readFileSync(file);
  return (file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString('latin1');
}

/** A package for one platform is installed next to the one that names it: `codex-linux-x64` for version `0.169.0-linux-x64`. */
function packagesNamed(folder, name, version) {
  const [, number = version, platform = ''] = /^([\d.]+)(-\w+-\w+)?$/.exec(version) ?? [];
  return [name, `${name}${platform}`]
    .map((one) => path.join(folder, one))
    .filter((one) => {
      const about = path.join(one, 'package.json');
      if (!existsSync(about)) return false;
      const { version: there } = JSON.parse(readFileSync(about, 'utf8'));
      return there === version || there === number;
    });
}
