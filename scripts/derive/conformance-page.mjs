// The page that shows how much of the data on each host is verified.

const row = (...cells) =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
const rule = (count) => row(...Array(count).fill('---'));
const kinds = ['executed', 'read', 'documented', 'recorded', 'unknown'];

/**
 * @param hosts the declarations
 * @param rules with the kinds of facts that they name as their sources
 * @param casesOf host ID -> its case files by group
 * @param runsOf host ID -> the results of its latest live runs
 * @param linksOf host ID -> the cases that prove its facts
 * @param knownFacts host -> every fact that it declares, and how it is known
 * @param answersOf host ID -> what part of its program answers, and in which surroundings; undefined where none does
 * @param citation how a fact is known, in words
 * @param isOfKind whether a fact is of a kind that rules name
 */
export function conformancePage(
  hosts,
  rules,
  { casesOf, runsOf, linksOf, knownFacts, isOfKind, answersOf, citation },
) {
  const tables = hosts.map((host) => ({
    host,
    facts: knownFacts(host),
    links: linksOf(host.id),
    groups: [...casesOf(host.id)],
    runs: runsOf(host.id),
  }));
  return [
    '<!-- Generated from the declarations and the recorded cases by scripts/derive.mjs. -->',
    '# How this is known',
    '',
    'Dossier’s facts are tested against the real programs. Each case is a file, its path, and what the program did with it;',
    'the cases are in `test/hosts/cases`, one readable file for each group, and every test run compares our verdicts with',
    'them. `npm run conformance -- --host ID --live` installs the program and asks it again; see `--help`.',
    '',
    ...documentedPart(hosts),
    ...answersPart(hosts, answersOf),
    '## Cases',
    '',
    row('host', 'version', 'cases', ...kinds),
    rule(3 + kinds.length),
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
    '`test/hosts/evidence`). What has no such case is never listed as executed. *Read*: it is in the named file of the',
    'program, and was not run. *Documented*: a page of the vendor states it. *Recorded*: a running program listed it on the day that is',
    'given, and no run can ask again. *Unknown*: nothing of these, and shown as such.',
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
        facts.filter(({ id }) => links[id]).length,
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
    ...factsOfRules(tables, rules, isOfKind),
    ...tables.flatMap((table) => part(table, citation)),
  ].join('\n');
}

function documentedPart(hosts) {
  const names = hosts.flatMap((host) => (host.package === undefined ? host.name : []));
  return names.length === 0
    ? []
    : [
        `These hosts were not run, so their declarations follow their documentation: ${names.join(', ')}. Auggie is not run because its`,
        'license does not allow it, Copilot cloud agent runs at GitHub, and the program of Kiro is not on npm.',
        '',
      ];
}

const partNames = {
  program: 'whole program',
  session: 'session',
  reader: 'reader',
};

function answersPart(hosts, answersOf) {
  return [
    '## What answers',
    '',
    '*Whole program*: it is started as a user starts it, with a model that is a stub. *Session*: its own code makes the session of an',
    'agent, and no model is called. *Reader*: its own code reads the file and decides what is accepted; which tools a session has is not',
    'seen.',
    '',
    'A program is asked from outside, or, where its license is open, by parts of it. What was once asked by taking a closed program apart',
    'is not asked again: its answers are those that were *recorded* on the day that is given.',
    '',
    row('host', 'license', 'what answers', 'how', 'asked'),
    rule(5),
    ...hosts.flatMap(({ id, name }) => {
      const answers = answersOf(id);
      if (!answers) return [];
      const { license, part, how, recordedOn } = answers;
      const asked = recordedOn === undefined ? 'in each run' : `recorded on ${recordedOn}`;
      return [row(name, license, partNames[part], how, asked)];
    }),
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

/** The kinds of facts that rules name as their sources, with how many each host has and how these are known. */
function factsOfRules(tables, rules, isOfKind) {
  const named = rules.flatMap(({ sources }) =>
    sources.flatMap(({ facts = [], background = [] }) => [...facts, ...background]),
  );
  const countsIn = (facts) =>
    kinds
      .map((how) => [how, facts.filter((fact) => fact.how === how).length])
      .filter(([, count]) => count > 0)
      .map(([how, count]) => `${count} ${how === 'unknown' ? 'not known' : how}`)
      .join(', ');
  return [
    '## Facts of rules',
    '',
    'The pages of the rules name kinds of facts. These hosts declare such facts:',
    '',
    row('fact', 'host', 'known from'),
    rule(3),
    ...[...new Set(named)].sort().flatMap((kind) =>
      tables
        .map(({ host, facts }) => ({
          host,
          counts: countsIn(facts.filter((fact) => isOfKind(host, kind, fact))),
        }))
        .filter(({ counts }) => counts !== '')
        .map(({ host, counts }) => row(kind, `[${host.name}](hosts/${host.id}.md)`, counts)),
    ),
    '',
  ];
}

function part({ host, facts, groups }, citation) {
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
          ...rest.map(({ id, how, where }) => row(id, citation({ how, where }))),
          '',
        ]),
  ];
}

const countOf = (groups) => groups.reduce((sum, [, { cases }]) => sum + cases.length, 0);
