// The numbers of one or more windows, for a person to read.
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

const group = (items, keyOf) => {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
};

export function printTable(tallies) {
  if (tallies.length === 0) return;
  const total = (read) => sum(tallies.map(read));
  const every = (read) => tallies.flatMap(read);
  const folders = group(
    every(({ files }) => Object.entries(files)),
    ([folder]) => folder,
  );
  const pairs = every(({ pairs: found }) => found);
  const twice = pairs.filter(({ why }) => why === null);
  const { longest } = tallies.reduce((a, b) =>
    b.longest.characters > a.longest.characters ? b : a,
  );
  const rows = [
    ...folders.map(([folder, found]) => [
      `files opened in ${folder}`,
      sum(found.map(([, number]) => number)),
    ]),
    ['positions asked for completion', total(({ positions }) => positions)],
    ['labels compared, ours', total(({ labels }) => labels.ours)],
    ['labels compared, of the editor and others', total(({ labels }) => labels.theirs)],
    ['labels offered twice', total(({ doubled }) => doubled.length)],
    ['findings, ours', total(({ findings }) => findings.ours)],
    ['findings, of the editor', total(({ findings }) => findings.theirs)],
    ['findings at one place', pairs.length],
    ['findings said twice', twice.length],
    ['hovers asked', total(({ hovers }) => hovers.asked)],
    ['hovers that hold ours', total(({ hovers }) => hovers.ours)],
    ["hovers that hold ours and the editor's", total(({ hovers }) => hovers.builtin)],
    ['longest hover of ours, characters', longest.characters],
    ['longest hover of ours, lines', Math.max(...tallies.map((one) => one.mostLines))],
    ['sentences of the editor that a hover repeats', total(({ repeated }) => repeated.length)],
  ];
  console.log('\nbeside the built-in support, over real files');
  for (const [what, number] of rows) console.log(`  ${String(number).padStart(7)}  ${what}`);
  if (pairs.length > 0) console.log('\nfindings of both at one place, by kind');
  for (const [kind, found] of group(pairs, (pair) => pair.kind)) {
    const [{ why, file, line, ours, theirs }] = found;
    console.log(`  ${String(found.length).padStart(5)}  ${kind}`);
    console.log(`         ${why === null ? 'SAID TWICE' : `both: ${why}`}`);
    console.log(`         ${file}:${line}\n           ours   ${ours}\n           theirs ${theirs}`);
  }
}
