// How to detect which generation of OpenCode a project uses: by configuration keys that only OpenCode 2 has, or by the
// versions of its packages. OpenCode 1 writes the version of its plugin package into the folder of its agents.
import { documented, type Evidence } from '../model/evidence';
import type { GenerationMarker } from '../model/host';

const page: Evidence = documented({
  title: 'OpenCode documentation, page "Migrate from V1"',
  address: 'https://opencode.ai/docs/migrate-v1',
  on: '2026-11-20',
});

/** The keys of OpenCode 1 are no evidence, because OpenCode 2 reads them too. */
const configuration: GenerationMarker = {
  files: [
    'opencode.json',
    'opencode.jsonc',
    '.opencode/opencode.json',
    '.opencode/opencode.jsonc',
    '.config/opencode/opencode.json',
    '.config/opencode/opencode.jsonc',
  ],
  generationIn: (value) => {
    const { permissions, plugins } = record(value);
    return Array.isArray(permissions) || Array.isArray(plugins) ? '2' : null;
  },
  evidence: page,
};

/** The packages of OpenCode 1; those of OpenCode 2 have another scope. */
const program = 'opencode-ai';
const packageNames = [program, '@opencode-ai/plugin', '@opencode-ai/sdk'];
const packageScope2 = '@opencode/';

function generationOf(value: unknown, names: readonly string[]): string | null {
  const { dependencies, devDependencies } = record(value);
  const all = Object.entries({ ...record(dependencies), ...record(devDependencies) });
  if (all.some(([name]) => name.startsWith(packageScope2))) return '2';
  for (const [name, version] of all) {
    const major = names.includes(name) ? /^[~^=v]*([12])\./.exec(String(version))?.[1] : null;
    if (major) return major;
  }
  return null;
}

/** A project that installs OpenCode 1 runs it, which does not start with a configuration of OpenCode 2. */
const installed: GenerationMarker = {
  files: ['package.json'],
  generationIn: (value) => generationOf(value, [program]),
  evidence: page,
};

/** Other packages may be left over from OpenCode 1. */
const packages: GenerationMarker = {
  files: ['package.json', '.opencode/package.json', '.config/opencode/package.json'],
  generationIn: (value) => generationOf(value, packageNames),
  evidence: page,
};

export const generationMarkers: readonly GenerationMarker[] = [installed, configuration, packages];

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
