-- Puts one entry after the other into the evidence log, each another. FORM=content lets the platform keep what opens it.
local letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
local field = os.getenv("FORM") or "commitment"
local delay_ms = tonumber(os.getenv("DELAY_MS") or "0")
math.randomseed(tonumber(os.getenv("SEED") or "1"))

local function base64_of_32_bytes()
  local text = {}
  for i = 1, 42 do
    local at = math.random(64)
    text[i] = letters:sub(at, at)
  end
  -- 43 digits have 258 bits: the last one's two lowest mean nothing and are 0.
  local at = 4 * math.random(0, 15) + 1
  return table.concat(text) .. letters:sub(at, at) .. "="
end

request = function()
  return wrk.format("POST", "/v1/evidence", {
    ["Content-Type"] = "application/json",
    ["Authorization"] = "Bearer " .. (os.getenv("API_KEY") or ""),
  }, '{"kind":"file","' .. field .. '":"' .. base64_of_32_bytes() .. '"}')
end

if delay_ms > 0 then
  delay = function() return delay_ms end
end

done = function(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    '{"requests":%d,"microseconds":%d,"p50_us":%d,"p99_us":%d,"p999_us":%d,' ..
    '"errors":{"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d}}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
    failed.connect, failed.read, failed.write, failed.status, failed.timeout))
end
