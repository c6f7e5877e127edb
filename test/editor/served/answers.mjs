// What an MCP server with one tool answers.

/** @returns nothing to a notification */
export function answerTo({ id, method, params }) {
  if (id === undefined) return undefined;
  const results = {
    initialize: {
      protocolVersion: params?.protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name: 'served', version: '1.0.0' },
    },
    'tools/list': {
      tools: [{ name: 'answer', description: 'Answers.', inputSchema: { type: 'object' } }],
    },
  };
  return { jsonrpc: '2.0', id, result: results[method] ?? {} };
}
