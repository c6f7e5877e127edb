-- Neovim (0.7 and later) renames the agent under the cursor of an edited, unsaved file. Prints one JSON object: the text of each
-- buffer after the rename, by the file's name, the findings of the file, and other URIs under which the server published any.
local answer = { version = tostring(vim.version().major) .. '.' .. vim.version().minor, texts = {}, uris = {}, findings = {} }

local function work()
  local buffer = vim.api.nvim_get_current_buf()
  local attached, published = false, {}
  local on_publish = vim.lsp.handlers['textDocument/publishDiagnostics']
  local config = {
    name = 'dossier',
    cmd = vim.fn.json_decode(os.getenv('DOSSIER_SERVER')),
    root_dir = os.getenv('DOSSIER_ROOT'),
    on_attach = function() attached = true end,
    settings = { dossier = { closedFiles = 'all' } },
    handlers = {
      ['textDocument/publishDiagnostics'] = function(problem, result, ...)
        published[result.uri] = #result.diagnostics
        return on_publish(problem, result, ...)
      end,
    },
  }
  local id
  if vim.lsp.start then
    id = vim.lsp.start(config)
  else
    id = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, id)
  end
  assert(vim.wait(10000, function() return attached end, 20), 'the server did not attach')
  local client = vim.lsp.get_client_by_id(id)
  -- The buffer then has two lines more than the file.
  vim.api.nvim_buf_set_lines(buffer, 2, 2, false, { 'model: sonnet', 'color: red' })
  -- Pushed, or pulled by Neovim 0.10 and later.
  assert(vim.wait(10000, function() return #vim.diagnostic.get(buffer) > 0 end, 20), 'no findings are shown')

  vim.fn.search('helper)')
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  params.newName = 'other'
  local result
  -- The other file is known after the survey.
  assert(vim.wait(10000, function()
    local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/rename', params, 5000)
    result = answers and answers[id] and answers[id].result
    return result and #(result.documentChanges or vim.tbl_keys(result.changes or {})) == 2
  end, 50), 'no rename: ' .. vim.inspect(result))
  vim.lsp.util.apply_workspace_edit(result, client.offset_encoding)

  for _, each in ipairs(vim.api.nvim_list_bufs()) do
    local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(each), ':t')
    if name ~= '' and vim.api.nvim_buf_is_loaded(each) then
      answer.texts[name] = (answer.texts[name] or '')
        .. table.concat(vim.api.nvim_buf_get_lines(each, 0, -1, false), '\n') .. '\n'
    end
  end
  answer.own = vim.uri_from_bufnr(buffer)
  for uri, count in pairs(published) do
    if count > 0 and uri ~= answer.own then table.insert(answer.uris, uri) end
  end
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(answer.findings, found.message)
  end
end

local good, problem = xpcall(work, debug.traceback)
if not good then answer.problem = problem end
io.stdout:write(vim.fn.json_encode(answer) .. '\n')
io.stdout:flush()
vim.cmd('qa!')
