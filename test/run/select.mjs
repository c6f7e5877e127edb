// What the words of a command line select: parts, and files of them.

/**
 * @param words names of parts, and parts of the paths of their test files.
 * @returns the named parts with the selected files, which are undefined where no word limits them. Ends the process with 2 if a word
 *   selects nothing.
 */
export async function choose(words, parts, commands) {
  const names = words.filter((word) => Object.hasOwn(parts, word));
  const limits = words.filter((word) => !Object.hasOwn(parts, word));
  if (names.length === 0)
    refuse(
      `There is no part or option ${limits.join(', ')}.`,
      `Options: ${commands.join(', ')}`,
      `Parts: ${Object.keys(parts).join(', ')}`,
    );
  if (limits.length === 0) return names.map((name) => ({ name }));
  const all = await Promise.all(
    names.map(async (name) => ({ name, files: (await parts[name].load()).files?.() ?? [] })),
  );
  const known = all.flatMap(({ files }) => files);
  for (const word of limits)
    if (!known.some((file) => file.includes(word)))
      refuse(
        `No test file of ${names.join(', ')} has "${word}" in its path.`,
        known.length > 0 ? `Folders: ${foldersOf(known).join(', ')}` : 'All of it runs at once.',
      );
  return all
    .map(({ name, files }) => ({
      name,
      files: files.filter((file) => limits.some((word) => file.includes(word))),
    }))
    .filter(({ files }) => files.length > 0);
}

const foldersOf = (files) =>
  [...new Set(files.map((file) => file.split('/').slice(1, -1).join('/')))].sort();

function refuse(...lines) {
  console.error(lines.join('\n'));
  process.exit(2);
}
