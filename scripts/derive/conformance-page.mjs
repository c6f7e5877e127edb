// The page that shows how much of the data on each host is verified.

const row = (...cells) =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const rule = (count) => row(...Array(count).fill('---'));
const kinds = ['executed', 'read', 'documented', 'unknown'];

/**
 * @param hosts the declarations
 * @param casesOf host ID -> its case files by group
 * @param runsOf host ID -> the results of its latest live runs
 * @param factsOf host -> every fact that it declares
 * @param linksOf host ID -> the cases that prove its facts
 */
export function conformancePage(hosts, { casesOf, runsOf, factsOf, linksOf }) {
  const tables = hosts.map((host) => ({
    host,
    // A fact with a case is executed, even where its declaration states less for a whole group of facts.
    facts: factsOf(host).map(({ id, evidence }) => ({
      what: id,
      ...evidence,
      ...(linksOf(host.id)[id] && { how: 'executed' }),
    })),
    links: linksOf(host.id),
    groups: [...casesOf(host.id)],
    runs: runsOf(host.id),
  }));
  return [
    '<!-- Generated from the declarations and the recorded cases by scripts/derive.mjs. -->',
    '# How this is known',
    '',
    'What Dossier says of a host is held against the host’s own program. Every case is a text at a place and what the',
    'program did with it; the cases are in `test/hosts/cases`, one readable file a group, and every test run puts them to',
    'our judge. `npm run conformance -- --host ID --live` installs the program and asks it again; see `--help`.',
    '',
    ...documentedPart(hosts),
    '## Cases',
    '',
    row('host', 'version', 'cases', 'executed', 'read', 'documented', 'unknown'),
    rule(7),
    ...tables.map(({ host, facts, groups }) =>
      row(
        host.name,
        host.version,
        countOf(groups),
        ...kinds.map((how) => facts.filter((fact) => fact.how === how).length),
      ),
    ),
    '',
    '*Executed*: the program did it in a recorded case, and our verdict on that case depends on the fact: each fact is taken away',
    'from the declaration, and the cases whose verdict changes are its proof (`node scripts/evidence.mjs`; the links are in',
    '`test/hosts/evidence`). A test fails where a fact says so without such a case. *Read*: it is in the named file of the',
    'program, and was not run. *Documented*: a page of the vendor states it. *Unknown*: nothing of these, and shown as such.',
    'Facts are locations, fields, each class of values that a field accepts or rejects, tools, models, flaws of the text, limits,',
    'precedence of names, and what is known of the files next to agents.',
    '',
    '## Proof',
    '',
    row('host', 'facts', 'linked to cases', 'cases that prove one'),
    rule(4),
    ...tables.map(({ host, facts, links }) =>
      row(
        host.name,
        facts.length,
        facts.filter(({ what }) => links[what]).length,
        new Set(Object.values(links).flat()).size,
      ),
    ),
    '',
    '## Live runs',
    '',
    row('host', 'version', 'what', 'on', 'asked', 'disagree', 'not predicted'),
    rule(7),
    ...tables.flatMap(({ host, runs }) =>
      runs.map((run) =>
        row(host.name, run.version, run.what, run.on, run.asked, run.disagree, run.open),
      ),
    ),
    '',
    ...leftOpen(tables),
    ...tables.flatMap(part),
  ].join('\n');
}

function documentedPart(hosts) {
  const names = hosts.flatMap((host) => (host.package === undefined ? host.name : []));
  return names.length === 0
    ? []
    : [
        `These hosts were not run, so their declarations follow their documentation: ${names.join(', ')}.`,
        '',
      ];
}

/** The cases that cannot be decided from the text alone, with the reason; their verdicts state it as well. */
function leftOpen(tables) {
  const rows = tables.flatMap(({ host, runs }) =>
    runs.flatMap(({ left = [] }) => left.map(({ id, why }) => row(host.name, id, why))),
  );
  if (rows.length === 0) return [];
  return ['Not predicted, and why:', '', row('host', 'what', 'why'), rule(3), ...rows, ''];
}

function part({ host, facts, groups }) {
  const rest = facts.filter(({ how }) => how !== 'executed');
  return [
    `## ${host.name} ${host.version}`,
    '',
    groups.length === 0
      ? 'No cases of its own.'
      : `Cases: ${groups.map(([name, { cases }]) => `${name} ${cases.length}`).join(', ')}.`,
    '',
    ...(rest.length === 0
      ? ['Everything that is said of it was executed.', '']
      : [
          row('not executed', 'known from'),
          rule(2),
          ...rest.map(({ what, how, where }) =>
            row(what, how === 'unknown' ? 'not known' : `${how}: ${where}`),
          ),
          '',
        ]),
  ];
}

const countOf = (groups) => groups.reduce((sum, [, { cases }]) => sum + cases.length, 0);
