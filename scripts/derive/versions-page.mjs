// The page with the versions of each host that were asked, and what they do differently from the version that is declared.

const row = (...cells) =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;

/**
 * @param hosts the declarations
 * @param runsOf host ID -> the runs of other versions, the newest first
 */
export function versionsPage(hosts, runsOf) {
  const asked = hosts.map((host) => ({ host, runs: runsOf(host.id) }));
  return [
    '<!-- Generated from the recorded runs by scripts/derive.mjs. -->',
    '# Versions',
    '',
    'The declarations are of one version of each host. Other versions were asked about the cases that prove its facts:',
    '`npm run conformance -- --host ID --live --version V --linked --record`. Each difference is in the words of the fact.',
    '',
    row('host', 'declared', 'asked', 'on', 'cases', 'differences'),
    row(...Array(6).fill('---')),
    ...asked.flatMap(({ host, runs }) =>
      runs.map(({ version, on, asked: cases, changes }) =>
        row(host.name, host.version, version, on, cases, changes.length),
      ),
    ),
    '',
    ...asked.flatMap(({ host, runs }) =>
      runs
        .filter(({ changes }) => changes.length > 0)
        .flatMap(({ version, changes }) => [
          `## ${host.name} ${version}`,
          '',
          `Compared with ${host.version}:`,
          '',
          ...changes.map(({ what, shownBy }) => `- ${what} (${shownBy})`),
          '',
        ]),
    ),
  ].join('\n');
}
