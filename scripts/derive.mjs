// Generates pages from the declarations: one per rule, one per host, and one about the evidence. Do not edit them by hand.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { moduleOf } from './build/declarations.mjs';
import { patternsModule, withAgentPaths, withHookFiles } from './derive/agent-patterns.mjs';
import { conformancePage } from './derive/conformance-page.mjs';
import { withTemplates } from './derive/contributing.mjs';
import { conversionPage } from './derive/conversion-page.mjs';
import { corpusIndex } from './derive/corpus-index.mjs';
import { hostPage } from './derive/host-page.mjs';
import { libraryPage } from './derive/library-page.mjs';
import { notices } from './derive/notices.mjs';
import { pluginManifests, pluginSkill } from './derive/plugin-skill.mjs';
import { messagesOf, protocolMessages, protocolPage } from './derive/protocol-page.mjs';
import { reportedData, rulePage } from './derive/rule-page.mjs';
import { withSettings } from './derive/settings.mjs';
import { versionsPage } from './derive/versions-page.mjs';
import { makeGrammars } from './grammar.mjs';
import { pictures } from './pictures/walkthrough.mjs';

/** @param {{root: string, put: (file: string, text: string) => void, checking: boolean, stale: string[]}} project */
export async function derive({ root, put, checking, stale }) {
  stale.push(...(await makeGrammars({ check: checking })), ...tables(root, checking));
  put('ThirdPartyNotices.txt', await notices());
  const {
    configSchema,
    editorSettings,
    docsOf,
    examplesOf,
    HostCatalog,
    hosts,
    expectation,
    formOf,
    citation,
    render,
    knownFacts,
    caseFilesOf,
    answersOf,
    runsOf,
    linksOf,
    isOfKind,
    versionRunsOf,
    conversions,
    offered,
    protocol,
    reportedExamples,
    ...declared
  } = await declarations();
  const catalog = new HostCatalog(hosts);
  /** Removes the pages of rules and hosts that no longer exist. */
  const removeOthers = (folder, names) => {
    for (const file of readdirSync(path.join(root, folder))) {
      if (!file.endsWith('.md') || names.includes(file.slice(0, -3))) continue;
      stale.push(`${folder}/${file}`);
      if (!checking) rmSync(path.join(root, folder, file));
    }
  };
  const rules = declared.rules.map((rule) => ({
    ...rule,
    ...docsOf(rule.name),
    ...examplesOf(rule.name),
  }));
  const reported = rules.map((rule) => [rule, reportedExamples(rule)]);
  for (const [rule, examples] of reported)
    put(`docs/rules/${rule.name}.md`, rulePage(rule, examples));
  put('server/rules/reported.data.json', reportedData(reported));
  for (const host of hosts)
    put(
      `docs/hosts/${host.id}.md`,
      hostPage(host, { expectation, formOf, citation, render, facts: knownFacts(host) }),
    );
  removeOthers('docs/rules', ['README', ...rules.map(({ name }) => name)]);
  removeOthers(
    'docs/hosts',
    hosts.map(({ id }) => id),
  );
  put('docs/dossier.config.schema.json', `${JSON.stringify(configSchema(catalog), null, 2)}\n`);
  const read = (file) => readFileSync(path.join(root, file), 'utf8');
  const kept = withSettings(
    read('package.json'),
    read('package.nls.json'),
    editorSettings(catalog),
  );
  put('package.json', withAgentPaths(hosts, kept.manifest));
  put('client/agent-patterns.ts', patternsModule(hosts));
  put('.pre-commit-hooks.yaml', withHookFiles(hosts, read('.pre-commit-hooks.yaml')));
  put('package.nls.json', kept.texts);
  for (const [name, drawn] of Object.entries(pictures))
    put(`images/walkthrough/${name}.svg`, drawn);
  put('CONTRIBUTING.md', withTemplates(root, read('CONTRIBUTING.md')));
  put('test/corpus/index.json', corpusIndex(root));
  put('docs/versions.md', versionsPage(hosts, versionRunsOf));
  put(
    'docs/conformance.md',
    conformancePage(hosts, rules, {
      casesOf: caseFilesOf,
      runsOf,
      linksOf,
      knownFacts,
      isOfKind,
      answersOf,
      citation,
    }),
  );
  put(
    'docs/conversion.md',
    conversionPage(
      hosts,
      { ...conversions, catalog },
      {
        asked: JSON.parse(read('test/convert/asked.data.json')),
        owned: existsSync(path.join(root, 'test/convert/asked-owned.data.json'))
          ? JSON.parse(read('test/convert/asked-owned.data.json'))
          : [],
        skills: existsSync(path.join(root, 'test/convert/asked-skills.data.json'))
          ? JSON.parse(read('test/convert/asked-skills.data.json'))
          : [],
        compared: existsSync(path.join(root, 'test/convert/compared.data.json'))
          ? JSON.parse(read('test/convert/compared.data.json'))
          : null,
      },
    ),
  );
  for (const [file, text] of Object.entries(pluginManifests(JSON.parse(read('package.json')))))
    put(file, text);
  for (const [file, text] of Object.entries(pluginSkill(hosts))) put(`plugin/${file}`, text);
  put('docs/library.md', libraryPage(read('server/contract/library.ts')));
  put('docs/protocol.md', protocolPage(protocolMessages(messagesOf(protocol), offered)));
}

/** Tables extracted from recorded output of the programs. If there are no recordings, the tables remain unchanged. */
function tables(root, checking) {
  if (!checking) return [];
  return ['scripts/opencode-models.mjs', 'scripts/vscode-tools.mjs', 'scripts/usage.mjs'].flatMap(
    (script) => {
      const { status, stderr } = spawnSync(process.execPath, [path.join(root, script), '--check']);
      return status === 0 ? [] : [`the table of ${script}: ${String(stderr).trim()}`];
    },
  );
}

const declarations = () =>
  moduleOf(`export { configSchema, editorSettings } from './server/settings/schema';
    export { rules } from './server/rules/registry'; export { docsOf, examplesOf } from './server/rules/docs-registry'; export { hosts } from './server/hosts/catalog/registry'; export { HostCatalog } from './server/hosts/catalog/host-catalog';
    export { caseFilesOf } from './test/conformance/cases'; export { runsOf } from './test/conformance/runs'; export { answersOf } from './test/conformance/answers'; export { knownFacts } from './test/conformance/evidence/known-facts'; export { linksOf } from './test/conformance/evidence/links'; export { isOfKind } from './test/conformance/evidence/fact-kinds'; export { versionRunsOf } from './test/conformance/versions';
    export * as conversions from './test/convert/page-tools'; export { reportedExamples } from './test/support/rule-reports';
    export { expectation } from './server/hosts/judge/expectation'; export { formOf } from './server/agent/outline'; export { citation } from './server/hosts/model/evidence'; export { words as render } from './test/support/words';
    import { capabilities } from './server/lsp/capabilities';
    import { everyCapability } from './test/support/every-capability';
    export const offered = capabilities('', { capabilities: everyCapability, folders: [], isOurs: false, encoding: 'utf-16', translate: String }, []).capabilities;
    import * as protocol from 'vscode-languageserver-protocol'; export { protocol };`);
