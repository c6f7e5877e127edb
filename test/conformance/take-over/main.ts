// Writes the recordings outside the repository as case files: `node scripts/take-over.mjs [HOST...]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { storeCases } from '../cases';
import { claudeCodeCases } from './claude-code';
import { copilotCliCases } from './copilot-cli';
import { opencode2Cases } from './opencode-2';
import { familyCases } from './opencode-family';
import type { Taken } from './taken';
import { vscodeCases } from './vscode';

const sources: Readonly<Record<string, () => Promise<readonly Taken[]>>> = {
  'claude-code': async () => [await claudeCodeCases()],
  'copilot-cli': async () => [copilotCliCases()],
  opencode: async () => familyCases(),
  'opencode@2': async () => [opencode2Cases()],
  vscode: async () => [vscodeCases()],
};

async function main(hosts: readonly string[]): Promise<void> {
  for (const [source, read] of Object.entries(sources)) {
    if (hosts.length > 0 && !hosts.includes(source)) continue;
    for (const taken of await read()) store(taken);
  }
}

function store({ host, version, groups, left }: Taken): void {
  let count = 0;
  for (const [group, cases] of Object.entries(groups)) {
    storeCases(group, { host, version, cases });
    count += cases.length;
  }
  const readme = [
    `# Cases of ${host}`,
    '',
    `Recorded with version ${version}. Not among them:`,
    '',
    ...(left.length === 0 ? ['- nothing'] : left.map(({ what, why }) => `- ${what} (${why})`)),
    '',
  ];
  mkdirSync(`test/hosts/cases/${host}`, { recursive: true });
  writeFileSync(`test/hosts/cases/${host}/README.md`, readme.join('\n'));
  console.log(
    `${host}: ${count} cases, not taken: ${left.map(({ what }) => what).join('; ') || 'none'}`,
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
