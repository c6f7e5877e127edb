-- Neovim (0.7 and later) as a client without plugins. Prints one JSON object: what it got from the server in DOSSIER_SERVER
-- for the file it was started with. DOSSIER_LINE counts from 1 and DOSSIER_COLUMN from 0, as Neovim does.
local answer = { version = tostring(vim.version().major) .. '.' .. vim.version().minor }

local function work()
  local buffer = vim.api.nvim_get_current_buf()
  local attached = false
  local config = {
    name = 'dossier',
    cmd = vim.fn.json_decode(os.getenv('DOSSIER_SERVER')),
    root_dir = os.getenv('DOSSIER_ROOT'),
    on_attach = function() attached = true end,
  }
  local id
  if vim.lsp.start then
    id = vim.lsp.start(config)
  else
    id = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(buffer, id)
  end
  assert(vim.wait(10000, function() return attached end, 20), 'the server did not attach')
  -- Pushed, or pulled by Neovim 0.10 and later.
  assert(vim.wait(10000, function() return #vim.diagnostic.get(buffer) > 0 end, 20), 'no findings are shown')

  answer.findings = {}
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(answer.findings, found.message)
  end

  local client = vim.lsp.get_client_by_id(id)
  vim.api.nvim_win_set_cursor(0, { tonumber(os.getenv('DOSSIER_LINE')), tonumber(os.getenv('DOSSIER_COLUMN')) })
  local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local function ask(method)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 5000)
    return answers and answers[id] and answers[id].result or {}
  end
  local list = ask('textDocument/completion')
  answer.labels = {}
  for _, item in ipairs(list.items or list) do
    table.insert(answer.labels, item.label)
  end
  answer.hover = vim.inspect(ask('textDocument/hover').contents)
end

local good, problem = xpcall(work, debug.traceback)
if not good then answer.problem = problem end
io.stdout:write(vim.fn.json_encode(answer) .. '\n')
io.stdout:flush()
vim.cmd('qa!')
