import { createHash } from 'node:crypto';

/** A script that Redis runs as one whole; its first argument is the prefix of every key. */
export type RedisScript = { readonly text: string; readonly sha1: string };

const script = (text: string): RedisScript => ({ text, sha1: createHash('sha1').update(text).digest('hex') });

// An ended session leaves its reason under its ids. The deadline is service time, which Redis does not know; Redis only clears away.
const ending = `
local P = ARGV[1]
local function finish(handle, reason, rememberUntil)
  local key = P .. 's:' .. handle
  local f = redis.call('HMGET', key, 'record', 'org', 'id', 'previous', 'user', 'agent', 'reason')
  if not f[1] then return false end
  reason = reason or f[7]
  redis.call('DEL', key)
  redis.call('ZREM', P .. 'due', handle)
  redis.call('ZREM', P .. 'o:' .. f[2], handle)
  redis.call('ZREM', P .. 'n:' .. f[2] .. ':' .. f[5], handle)
  redis.call('ZREM', P .. 'n:' .. f[2] .. ':' .. f[6], handle)
  for _, id in ipairs({ f[3], f[4] }) do
    if id ~= '' then
      redis.call('DEL', P .. 'i:' .. id)
      redis.call('SET', P .. 'e:' .. f[2] .. ':' .. id, rememberUntil .. ' ' .. reason, 'EX', 172800)
    end
  end
  redis.call('PUBLISH', P .. 'ended', reason .. ' ' .. handle)
  return f[1]
end
`;

/** handle, org, user, agent, id, previous, issuedAt, dueAt, reason, version, record */
export const addScript = script(`
local P = ARGV[1]
local handle, org, user, agent, id, previous, issuedAt, dueAt = unpack(ARGV, 2, 9)
redis.call('HSET', P .. 's:' .. handle, 'org', org, 'user', user, 'agent', agent, 'id', id, 'previous', previous,
  'reason', ARGV[10], 'version', ARGV[11], 'record', ARGV[12])
redis.call('SET', P .. 'i:' .. id, handle)
if previous ~= '' then redis.call('SET', P .. 'i:' .. previous, handle) end
redis.call('ZADD', P .. 'due', dueAt, handle)
redis.call('ZADD', P .. 'o:' .. org, issuedAt, handle)
redis.call('ZADD', P .. 'n:' .. org .. ':' .. user, issuedAt, handle)
redis.call('ZADD', P .. 'n:' .. org .. ':' .. agent, issuedAt, handle)
return 1
`);

/** handle, org, version before, id, previous, dueAt, reason, version, record */
export const replaceScript = script(`
local P = ARGV[1]
local key = P .. 's:' .. ARGV[2]
local f = redis.call('HMGET', key, 'org', 'version', 'id', 'previous')
if f[1] ~= ARGV[3] or f[2] ~= ARGV[4] then return 0 end
for _, id in ipairs({ f[3], f[4] }) do
  if id ~= '' then redis.call('DEL', P .. 'i:' .. id) end
end
redis.call('SET', P .. 'i:' .. ARGV[5], ARGV[2])
if ARGV[6] ~= '' then redis.call('SET', P .. 'i:' .. ARGV[6], ARGV[2]) end
redis.call('HSET', key, 'id', ARGV[5], 'previous', ARGV[6], 'reason', ARGV[8], 'version', ARGV[9], 'record', ARGV[10])
redis.call('ZADD', P .. 'due', ARGV[7], ARGV[2])
return 1
`);

/** org, id */
export const findByIdScript = script(`
local P = ARGV[1]
local handle = redis.call('GET', P .. 'i:' .. ARGV[3])
if not handle then return false end
local f = redis.call('HMGET', P .. 's:' .. handle, 'org', 'record')
return f[1] == ARGV[2] and f[2] or false
`);

/** org, handle */
export const findByHandleScript = script(`
local f = redis.call('HMGET', ARGV[1] .. 's:' .. ARGV[3], 'org', 'record')
return f[1] == ARGV[2] and f[2] or false
`);

/** org, handle, reason, rememberUntil */
export const endScript = script(`${ending}
if redis.call('HGET', P .. 's:' .. ARGV[3], 'org') ~= ARGV[2] then return false end
return finish(ARGV[3], ARGV[4], ARGV[5])
`);

/** now, limit, rememberUntil */
export const endDueScript = script(`${ending}
local ended = {}
for _, handle in ipairs(redis.call('ZRANGEBYSCORE', P .. 'due', '-inf', ARGV[2], 'LIMIT', 0, ARGV[3])) do
  local record = finish(handle, nil, ARGV[4])
  if record then ended[#ended + 1] = record else redis.call('ZREM', P .. 'due', handle) end
end
return ended
`);

/** key of a sorted set of handles, first, last */
export const listScript = script(`
local records = {}
for _, handle in ipairs(redis.call('ZRANGE', ARGV[1] .. ARGV[2], ARGV[3], ARGV[4])) do
  local record = redis.call('HGET', ARGV[1] .. 's:' .. handle, 'record')
  if record then records[#records + 1] = record end
end
return records
`);

/** key, now, forgetAfter, waits … */
export const admitScript = script(`
local key, now, forgetAfter = ARGV[1] .. 'f:' .. ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local f = redis.call('HMGET', key, 'failures', 'next', 'forget')
local failures, nextAt = tonumber(f[1] or 0), tonumber(f[2] or 0)
if tonumber(f[3] or 0) <= now then failures, nextAt = 0, 0 end
if nextAt > now then return tostring(nextAt) end
local waits = #ARGV - 4
local wait = tonumber(ARGV[4 + math.min(failures + 1, waits)])
local keep = math.max(forgetAfter, wait)
redis.call('HSET', key, 'failures', failures + 1, 'next', string.format('%.0f', now + wait), 'forget', string.format('%.0f', now + keep))
redis.call('PEXPIRE', key, keep + 60000)
return false
`);

/** key */
export const takeBackScript = script(`
local key = ARGV[1] .. 'f:' .. ARGV[2]
if redis.call('EXISTS', key) == 0 then return 0 end
if redis.call('HINCRBY', key, 'failures', -1) < 0 then redis.call('HSET', key, 'failures', 0) end
return redis.call('HSET', key, 'next', 0)
`);

/** key */
export const takeTokenScript = script(`
local value = redis.call('GET', ARGV[1] .. 't:' .. ARGV[2])
redis.call('DEL', ARGV[1] .. 't:' .. ARGV[2])
return value
`);

/** now */
export const noteTimeScript = script(`
local key = ARGV[1] .. 'latest'
local latest = tonumber(redis.call('GET', key) or 0)
if tonumber(ARGV[2]) > latest then redis.call('SET', key, ARGV[2]) return ARGV[2] end
return string.format('%.0f', latest)
`);
