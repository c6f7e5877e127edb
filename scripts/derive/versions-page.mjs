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
    'Facts describe one version of each program. Other versions were tested with the same cases:',
    '`npm run conformance -- --host ID --live --version V --linked --record`. Each difference is stated in terms of the fact.',
    '',
    row('host', 'declared', 'asked', 'on', 'cases', 'differences'),
    row(...Array(6).fill('---')),
    ...asked.flatMap(({ host, runs }) =>
      runs.map(({ version, on, asked: cases, changes }) =>
        row(host.name, host.version, version, on, cases, changes.length),
      ),
    ),
    '',
    'Where versions differ, facts carry a range of versions, and these verdicts can be asked for:',
    '`dossier explain FILE --host claude-code@2.1.306`, `dossier upgrade --from claude-code@2.1.306`, the setting `versions`.',
    '',
    row('host', 'fact', 'version'),
    row(...Array(3).fill('---')),
    ...hosts.flatMap((host) => rangesOf(host).map(([fact, range]) => row(host.name, fact, range))),
    '',
    ...asked.flatMap(({ host, runs }) =>
      runs
        .filter(({ changes }) => changes.length > 0)
        .flatMap(({ version, changes, undeclared }) => [
          `## ${host.name} ${version}`,
          '',
          ...(undeclared === undefined ? [] : [`No verdicts for this version: ${undeclared}`, '']),
          `Compared with ${host.version}:`,
          '',
          ...changes.map(({ what, shownBy }) => `- ${what} (${shownBy})`),
          '',
        ]),
    ),
  ].join('\n');
}

/** The facts of a host that do not hold in all versions, each once. */
function rangesOf({ dialects }) {
  const found = Object.values(dialects).flatMap(
    ({ fields, earlier, everyKeySince, subject = 'agent', tools, models }) => [
      ...Object.entries(fields).map(([key, { since }]) => [`field ${key}`, since]),
      ...Object.entries(earlier ?? {}).map(([key, { until }]) => [
        `field ${key} of ${subject} has other values`,
        until,
        'until',
      ]),
      [`check of each key of ${subject}`, everyKeySince],
      ...tools.tools.map(({ name, since }) => [`tool ${name}`, since]),
      ...(tools.earlier ?? []).map(({ name, until }) => [`tool ${name}`, until, 'until']),
      ...(tools.aliases ?? []).map(({ name, since }) => [`tool name ${name}`, since]),
      ...tools.former.map(({ name, since }) => [`former tool ${name}`, since]),
      ...models.models.flatMap(({ id, formerly = [] }) =>
        formerly.map(({ until, standsFor }) => [`model ${id} is ${standsFor}`, until, 'until']),
      ),
    ],
  );
  const ranges = found.flatMap(([fact, version, word = 'since']) =>
    version === undefined ? [] : [[fact, `${word} ${version}`]],
  );
  return [...new Map(ranges.map((one) => [one.join(), one])).values()];
}
