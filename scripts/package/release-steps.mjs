// What a release needs, as data, so that it can be tested without one.

/** @param text of CHANGELOG.md @returns what is in it of this version */
export function changelogOf(text, version) {
  const sections = text.split(/^## /m).slice(1);
  const find = (title) => sections.find((one) => one.startsWith(title));
  const own = find(`[${version}]`) ?? find(version);
  const open = find('[Unreleased]') ?? find('Unreleased');
  const count = (section) => (section?.match(/^- /gm) ?? []).length;
  const problems = own ? [] : [`CHANGELOG.md has no section "## ${version}".`];
  if (count(open) > 0)
    problems.push(
      `CHANGELOG.md lists ${count(open)} changes as unreleased. Move them to ${version}.`,
    );
  return { what: `${version}: ${count(own)} entries, unreleased: ${count(open)}`, problems };
}

/**
 * @param view the result of `npm view NAME name repository.url --json`
 * @param address of our repository
 * @returns whether the name of the package is free; unknown offline
 */
export function nameState({ status, stdout = '', stderr = '' }, address) {
  if (/E404/.test(`${stdout}${stderr}`)) return { what: 'free', problems: [] };
  if (status !== 0) return { what: 'unknown (offline)', problems: [] };
  if (address !== undefined && stdout.includes(address)) return { what: 'ours', problems: [] };
  return {
    what: 'TAKEN by another package',
    problems: [
      'The name on npm is taken. Change "name" in package.json, such as to @SCOPE/NAME: everything else follows from it.',
    ],
  };
}

/** @returns the steps of a person, with the key that each needs */
export const todo = ({ name, version, files: [tgz, vsix], address }) => [
  ...(address ? [] : ['  0. Fill in "repository" in package.json and run this again.']),
  `  1. npm, key: an account with 2FA, or trusted publishing of the workflow (then with provenance):`,
  `       npm publish ${tgz}${address ? '' : ' --no-provenance'}`,
  '  2. Visual Studio Marketplace, key: a personal access token with "Marketplace: Manage" (VSCE_PAT):',
  `       npx @vscode/vsce publish --packagePath ${vsix}`,
  '  3. Open VSX, key: an access token (OVSX_PAT):',
  `       npx ovsx publish ${vsix}`,
  '  4. Tags for the Action, pre-commit and the plugin, key: write access to the repository.',
  '     The tree of the tag is the npm package, which has the bundles:',
  `       mkdir release && tar -xzf ${tgz} --strip-components=1 -C release`,
  `       cd release && git init && git add --all --force && git commit -m "${name} ${version}"`,
  `       git push ${address ?? 'REPOSITORY'} HEAD:refs/tags/v${version} +HEAD:refs/tags/v${version.split('.')[0]}`,
  '  5. Container, key: write access to a registry, in the folder "release":',
  `       docker build --tag REGISTRY/${name.replace(/^@/, '')}:${version} . && docker push REGISTRY/${name.replace(/^@/, '')}:${version}`,
];
