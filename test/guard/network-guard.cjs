'use strict';
// Loaded into every test process and, by NODE_OPTIONS, into every Node process that a test starts: whatever tries to leave this
// computer fails at once and is written down, so that no test can depend on the network or touch a real org.
const dgram = require('node:dgram');
const dns = require('node:dns');
const fs = require('node:fs');
const net = require('node:net');
const util = require('node:util');

const record = process.env.RINGDOWN_NETWORK_ATTEMPTS;

const isLoopback = (host) =>
  host === undefined ||
  host === '' ||
  host === 'localhost' ||
  host === '::1' ||
  host === '::' ||
  host === '0.0.0.0' ||
  /^(::ffff:)?127\./.test(host);

function refusal(call, host) {
  if (record) fs.appendFileSync(record, `${call} ${host} by ${process.argv.slice(1, 4).join(' ')}\n`);
  return Object.assign(new Error(`The network guard refused ${call} to ${host}`), {
    code: 'ENETWORKGUARD',
    syscall: call,
    hostname: host
  });
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function guardedConnect(...given) {
  // net.connect normalizes its arguments into an array; other callers pass them as they are.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  const isPath = typeof first === 'string' && Number.isNaN(Number(first));
  const options =
    typeof first === 'object' && first !== null ? first : { host: typeof second === 'string' ? second : undefined };
  if (isPath || options.path || isLoopback(options.host)) return connect.apply(this, given);
  const error = refusal('connect', `${options.host}:${options.port ?? first}`);
  process.nextTick(() => this.destroy(error));
  return this;
};

function guardCallback(owner, name) {
  const original = owner[name];
  const guarded = function guarded(host, ...rest) {
    if (isLoopback(host)) return original.call(this, host, ...rest);
    const error = refusal(name, host);
    process.nextTick(rest.at(-1), error);
    return {};
  };
  // Node promisifies these in a way of its own ({ address, family }); @salesforce/core relies on it.
  const promised = util.promisify(original);
  guarded[util.promisify.custom] = (host, ...rest) =>
    isLoopback(host) ? promised.call(owner, host, ...rest) : Promise.reject(refusal(name, host));
  owner[name] = guarded;
}

function guardPromise(owner, name) {
  const original = owner[name];
  owner[name] = (host, ...rest) =>
    isLoopback(host) ? original.call(owner, host, ...rest) : Promise.reject(refusal(name, host));
}

for (const name of [
  'lookup',
  'resolve',
  'resolve4',
  'resolve6',
  'resolveAny',
  'resolveCname',
  'resolveSrv',
  'resolveTxt'
]) {
  guardCallback(dns, name);
  guardPromise(dns.promises, name);
}

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function guardedSend(...given) {
  const host = given.find((value) => typeof value === 'string' && value !== given[0]);
  if (isLoopback(host)) return send.apply(this, given);
  throw refusal('send', host);
};
