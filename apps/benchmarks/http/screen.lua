-- Asks for one decision after the other, callers and callees changing. DELAY_MS spaces the requests of a connection.
local delay_ms = tonumber(os.getenv("DELAY_MS") or "0")
local n = 0

request = function()
  n = n + 1
  local caller = string.format("13%09d", 100000000 + (n * 7919) % 37000000)
  local callee = string.format("139%08d", 10000000 + (n * 104729) % 7000000)
  return wrk.format("POST", "/v1/screen", {
    ["Content-Type"] = "application/json",
    ["Authorization"] = "Bearer " .. (os.getenv("API_KEY") or ""),
  }, '{"caller":"' .. caller .. '","callee":"' .. callee .. '"}')
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
