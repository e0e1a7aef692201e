-- Reads each Word file named on the command line in three ways and writes three lines of JSON for it, or "null".
for _, path in ipairs(arg) do
  local file = assert(io.open(path, "rb"))
  local content = file:read("a")
  file:close()
  for _, way in ipairs({"all", "accept", "reject"}) do
    local read, document = pcall(pandoc.read, content, "docx", {track_changes = way})
    io.write(read and pandoc.write(document, "json") or "null", "\n")
  end
end
