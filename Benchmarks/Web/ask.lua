-- What wrk asks: wrk -s ask.lua URL -- THINK TOKEN ask|METHOD|TARGET[|BODY] …
--
-- The word "packed" among them asks for packed answers, as browsers do.
-- THINK is the mean time in milliseconds that a user thinks between an answer and the next question; 0 asks at once.
-- TOKEN is a user's key, or "-". In a body or a target, @ is a number of its own each time. At the end one line of JSON.

local threads = {}
function setup(thread) table.insert(threads, thread) end

function init(args)
  think, number = tonumber(args[1]) or 0, 0
  ok, busy, other, worstOther = 0, 0, 0, 0
  -- Users begin at different times.
  math.randomseed(tonumber(tostring(wrk.thread):match("0x(%x+)") or "1", 16) % 100000)
  headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
  if args[2] and args[2] ~= "-" then headers["Authorization"] = "Bearer " .. args[2] end
  wishes = {}
  for index = 3, #args do
    if args[index] == "packed" then headers["Accept-Encoding"] = "gzip" end
    local method, target, body = args[index]:match("^(%u+)|([^|]*)|?(.*)$")
    if method then table.insert(wishes, { method = method, target = target, body = body }) end
  end
end

function delay() return think > 0 and math.random(0, 2 * think) or 0 end

function request()
  number = number + 1
  local wish = wishes[math.random(#wishes)]
  local mark = tostring(number * 1000 + math.random(0, 999))
  local body = wish.body ~= "" and wish.body:gsub("@", mark) or nil
  return wrk.format(wish.method, (wish.target:gsub("@", mark)), headers, body)
end

function response(status)
  if status < 400 then ok = ok + 1
  elseif status == 503 then busy = busy + 1
  else other, worstOther = other + 1, status end
end

function done(summary, latency)
  local counts = { ok = 0, busy = 0, other = 0, worstOther = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(counts) do counts[name] = counts[name] + (thread:get(name) or 0) end
  end
  local function ms(share) return string.format("%.1f", latency:percentile(share) / 1000) end
  print(string.format(
    '{"requests": %d, "perSecond": %.0f, "ok": %d, "busy": %d, "other": %d, "lastOther": %d, "broken": %d, "late": %d, ' ..
    '"p50": %s, "p95": %s, "p99": %s, "worst": %.1f, "megabytes": %.0f}',
    summary.requests, summary.requests * 1e6 / summary.duration, counts.ok, counts.busy, counts.other, counts.worstOther,
    summary.errors.connect + summary.errors.read + summary.errors.write, summary.errors.timeout,
    ms(50), ms(95), ms(99), latency.max / 1000, summary.bytes / 1e6))
end
