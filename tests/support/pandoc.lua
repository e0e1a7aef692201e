-- Reads each Word file named on the command line in three ways and writes three lines of JSON for it, or "null".
local function told(content, way)
  return pandoc.write(pandoc.read(content, "docx", {track_changes = way}), "json")
end

for _, path in ipairs(arg) do
  local file = assert(io.open(path, "rb"))
  local content = file:read("a")
  file:close()
  for _, way in ipairs({"all", "accept", "reject"}) do
    local could, said = pcall(told, content, way)
    io.write(could and said or "null", "\n")
  end
end
