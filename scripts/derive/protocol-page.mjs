// The page that lists the messages of the language server protocol: which the server supports, and why it lacks the others.

const row = (...cells) => `| ${cells.join(' | ')} |`;

/** Why a request or notification of the client is not supported. `planned` is for what would help authors. */
const unsupported = {
  'textDocument/declaration': 'an agent has one definition, and no declaration besides',
  'textDocument/typeDefinition': 'agents have no types',
  'textDocument/implementation': 'an agent has one definition, and no implementation besides',
  'textDocument/linkedEditingRange':
    'other files use the name too, and only a rename changes them with it',
  'textDocument/signatureHelp': 'an agent file has no calls with parameters',
  'textDocument/moniker': 'agents are not exported to other projects under a name',
  'textDocument/inlineValue': 'nothing is debugged',
  'textDocument/inlineCompletion': 'the server proposes only what a program of the agent accepts',
  'textDocument/rangeFormatting': 'a frontmatter is formatted as a whole',
  'textDocument/rangesFormatting': 'a frontmatter is formatted as a whole',
  'textDocument/onTypeFormatting': 'text that is being typed is not moved',
  'textDocument/willSaveWaitUntil': 'editors format and fix on save themselves',
  'textDocument/semanticTokens/full/delta': 'a file has few tokens',
  'textDocument/semanticTokens/range': 'a file has few tokens',
  'textDocument/prepareTypeHierarchy': 'agents do not inherit from each other',
  'typeHierarchy/supertypes': 'agents do not inherit from each other',
  'typeHierarchy/subtypes': 'agents do not inherit from each other',
  'codeLens/resolve': 'a lens is complete',
  'documentLink/resolve': 'a link is complete',
  'inlayHint/resolve': 'a hint is complete',
  'workspaceSymbol/resolve': 'a symbol is complete',
  'workspace/textDocumentContent': 'the server has no documents of its own',
  'workspace/willCreateFiles': 'a new file changes no other one',
  'workspace/didCreateFiles': 'file watching reports it',
  'workspace/willDeleteFiles':
    'which reference replaces a deleted agent is the decision of its author',
  'notebookDocument/didOpen': 'no program reads agents from a notebook',
  'notebookDocument/didChange': 'no program reads agents from a notebook',
  'notebookDocument/didSave': 'no program reads agents from a notebook',
  'notebookDocument/didClose': 'no program reads agents from a notebook',
};

/** What the server does not send to the client, and why. */
const unsent = {
  'telemetry/event': 'nothing is measured',
  'window/showDocument': 'files are opened by links and definitions',
  'window/showMessageRequest': 'the server asks nothing: a rename that needs it is annotated',
  'workspace/applyEdit': 'edits are in the answers to actions and renames',
  'workspace/workspaceFolders': 'the folders are sent at the start, and changes are reported',
  'workspace/foldingRange/refresh': 'folding depends on the text only',
  'workspace/inlineValue/refresh': 'nothing is debugged',
  'workspace/textDocumentContent/refresh': 'the server has no documents of its own',
  'client/unregisterCapability': 'registrations last as long as the session',
};

/** Without a capability of the server: parts of the base protocol, and what a client sends if it is registered. */
const always = new Set([
  'initialize',
  'initialized',
  'shutdown',
  'exit',
  '$/setTrace',
  '$/cancelRequest',
  'window/workDoneProgress/cancel',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
]);

const valueAt = (value, path) => path.split('.').reduce((part, key) => part?.[key], value);

/** Messages of the base protocol, which the library does not list. */
const baseMessages = [
  { method: '$/cancelRequest', messageDirection: 'clientToServer' },
  { method: '$/setTrace', messageDirection: 'clientToServer' },
  { method: '$/logTrace', messageDirection: 'serverToClient' },
  { method: '$/progress', messageDirection: 'serverToClient' },
];

/** @param library the exports of the protocol library */
export function messagesOf(library) {
  const found = new Map(baseMessages.map((message) => [message.method, message]));
  for (const one of Object.values(library))
    if (one?.method && one.messageDirection && one.type.constructor !== library.RegistrationType)
      found.set(one.method, one);
  return [...found.values()].sort((a, b) => (a.method < b.method ? -1 : 1));
}

/**
 * Every message of the protocol, with whether the server supports or sends it. `why` is null for those that it does.
 * @param messages as returned by `messagesOf`
 * @param offered the server's capabilities for a client that declares everything
 * @throws if a message has neither a capability nor a reason, or both
 */
export function protocolMessages(messages, offered) {
  const rows = messages.map(({ method, messageDirection, capabilities }) => {
    const isSent = messageDirection === 'serverToClient';
    const why = (isSent ? unsent : unsupported)[method] ?? null;
    const isOffered = isSent
      ? why === null
      : always.has(method) || isIn(offered, capabilities?.server, method);
    if (isOffered === (why !== null))
      throw new Error(
        `${method} is ${isOffered ? 'supported, and has' : 'not supported, and lacks'} a reason`,
      );
    return { method, isSent, why };
  });
  const known = new Set(messages.map(({ method }) => method));
  for (const method of Object.keys({ ...unsupported, ...unsent }))
    if (!known.has(method)) throw new Error(`the protocol has no ${method}`);
  return rows;
}

/** Whether the capability of the message is offered. The messages of a hierarchy share one. */
const isIn = (offered, server, method) =>
  server !== undefined
    ? Boolean(valueAt(offered, server))
    : method.startsWith('typeHierarchy/') && Boolean(offered.typeHierarchyProvider);

/** @param rows as returned by `protocolMessages` */
export function protocolPage(rows) {
  const table = (some, yes, no) => [
    row('message', yes, no),
    row('---', '---', '---'),
    ...some.map(({ method, why }) =>
      row(`\`${method}\``, why === null ? 'yes' : 'no', why === null ? '' : sentence(why)),
    ),
    '',
  ];
  return [
    '<!-- Generated from the capabilities of the server by scripts/derive.mjs. -->',
    '# Language server protocol',
    '',
    'What the server does with each message of version 3.18 of the protocol. How to set up an editor is on the page',
    '[Editors](editors.md).',
    '',
    '## From the client',
    '',
    ...table(
      rows.filter(({ isSent }) => !isSent),
      'supported',
      'not applicable, because',
    ),
    '## From the server',
    '',
    ...table(
      rows.filter(({ isSent }) => isSent),
      'sent',
      'not sent, because',
    ),
    'No message is planned: what is missing would not help authors of agents.',
    '',
  ].join('\n');
}

const sentence = (why) => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
