/** Host names that the console's browser finds on this computer; nothing but this browser knows them. */
export const names = {
  /** The SDK takes only a host of Salesforce for its host. */
  console: 'acme.lightning.force.com',
  /** The same org by its My Domain, which serves the library of Open CTI as well. */
  myDomain: 'acme.my.salesforce.com',
  service: 'voice.ringdown.test',
  phone: 'phone.ringdown.test',
  /** A vendor that knows nothing of Ringdown. */
  vendor: 'vendor.example.test',
  /** Somebody else, for what must not work. */
  stranger: 'evil.test'
} as const;

/** Chromium's rules that send names to ports of this computer, so that addresses carry no port. */
export function resolverRules(ports: Readonly<Record<string, number>>): string {
  return Object.entries(ports)
    .map(([name, port]) => `MAP ${name}:443 127.0.0.1:${port}`)
    .join(', ');
}
