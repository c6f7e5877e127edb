// `node test/precision/sample.mjs`: findings to be judged, as JSON lines on the standard output, or a part of them in a file.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { asMixedTable, checked } from './labels';
import { corpusProjects, madeProjects, reportedIn } from './projects';
import { candidates, freshCandidates } from './sample';
import { skillProjects } from './skill-projects';
import { openTable, storedLabels } from './stored';

const { values } = parseArgs({
  options: {
    most: { type: 'string', default: '14' },
    parts: { type: 'string', default: '1' },
    part: { type: 'string', default: '1' },
    out: { type: 'string' },
    counts: { type: 'boolean', default: false },
    open: { type: 'boolean', default: false },
    fresh: { type: 'string' },
    skills: { type: 'boolean', default: false },
    'per-cause': { type: 'string', default: '3' },
  },
});
const [most, parts, part] = [values.most, values.parts, values.part].map(Number);
if (!most || !parts || !part || part > parts) throw new Error('--most N --parts N --part K');

const real = values.skills ? skillProjects() : corpusProjects();
const projects = values.skills ? real : [...madeProjects(), ...real, ...skillProjects()];
if (values.open) {
  const sources = new Set(
    projects.flatMap(({ files, sourceOf }) => Object.keys(files).map(sourceOf)),
  );
  const labelled = storedLabels();
  const gone = labelled.filter(({ source }) => !sources.has(source));
  if (gone.length > 0) throw new Error(`${gone.length} labelled findings are not in this corpus.`);
  const reported = projects.flatMap(reportedIn);
  const open = labelled.filter((one) => {
    const { wrong, lost } = checked([one], reported);
    return wrong.length + lost.length > 0;
  });
  writeFileSync(openTable, asMixedTable(open));
  console.log(`${open.length} judged findings are not as they should be: ${openTable}`);
  process.exit();
}
const all =
  values.fresh === undefined
    ? candidates(projects, most)
    : freshCandidates(real, {
        labelled: storedLabels(),
        count: Number(values.fresh),
        perCause: Number(values['per-cause']),
      });
// A labeller has whole rules: what the host does is looked up once.
const rules = [...new Set(all.map(({ rule }) => rule))];
const size = (rule: string): number => all.filter((one) => one.rule === rule).length;
const sums = Array.from({ length: parts }, () => 0);
const partOf = new Map<string, number>();
for (const rule of [...rules].sort((a, b) => size(b) - size(a) || a.localeCompare(b))) {
  const least = sums.indexOf(Math.min(...sums));
  sums[least] = (sums[least] ?? 0) + size(rule);
  partOf.set(rule, least + 1);
}
const chosen = all.filter(({ rule }) => partOf.get(rule) === part);
if (values.counts) {
  for (const rule of rules) console.log(`${String(size(rule)).padStart(5)} ${rule}`);
  console.log(`${String(all.length).padStart(5)} in all`);
} else if (values.out !== undefined) {
  writeFileSync(values.out, chosen.map((one) => `${JSON.stringify(one)}\n`).join(''));
  console.log(`${chosen.length} of ${all.length} findings in ${values.out}`);
} else {
  for (const one of chosen) console.log(JSON.stringify(one));
}
