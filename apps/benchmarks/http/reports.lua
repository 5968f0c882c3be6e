-- Reports one call after the other: each of another number by another person, so that each opens a case; or all of the number
-- that ONE_NUMBER names, by different people.
local one = os.getenv("ONE_NUMBER") or ""
local delay_ms = tonumber(os.getenv("DELAY_MS") or "0")
math.randomseed(tonumber(os.getenv("SEED") or "1"))

request = function()
  return wrk.format("POST", "/v1/reports", {
    ["Content-Type"] = "application/json",
    ["Authorization"] = "Bearer " .. (os.getenv("API_KEY") or ""),
  }, string.format('{"number":"%s","reporter":"136%08d","category":"07","mode":"robot_ai","region":"广东"}',
    one ~= "" and one or string.format("138%08d", math.random(0, 99999999)), math.random(0, 99999999)))
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
