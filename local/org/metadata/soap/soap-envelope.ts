import { metadataNamespace, type XmlElement } from '../xml/xml-element';
import { parseXml } from '../xml/parse-xml';
import { escapeXml } from '../xml/write-xml';

/** The call in a SOAP message: the first element of its body. */
export function soapCall(body: Buffer): XmlElement | undefined {
  const envelope = parseXml(body.toString('utf8')).root;
  return envelope?.name === 'Envelope'
    ? envelope.children.find((child) => child.name === 'Body')?.children[0]
    : undefined;
}

/** The session id in a SOAP message's header, which comes before the body. */
export function soapSessionToken(body: Buffer): string | undefined {
  const start = body.subarray(0, 8192).toString('utf8');
  return /<(?:\w+:)?sessionId(?:\s[^>]*)?>\s*([^<\s]+)\s*</.exec(start)?.[1];
}

/** The body of an answer: `<callResponse>` with one `<result>` for each result. */
export function soapAnswer(call: string, results: readonly unknown[]): string {
  const inner = results.map((result) => soapValue('result', result)).join('');
  return envelope(`<${call}Response>${inner}</${call}Response>`);
}

/** The body of an error, which goes with HTTP status 500. */
export function soapFault(code: string, message: string): string {
  const faultstring = escapeXml(`${code}: ${message}`);
  return envelope(
    `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${faultstring}</faultstring></soapenv:Fault>`
  );
}

/** XML that is written already, as a value for `soapAnswer`. */
export type RawXml = { readonly rawXml: string };

function soapValue(name: string, value: unknown): string {
  if (isRaw(value)) return value.rawXml;
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((item) => soapValue(name, item)).join('');
  if (typeof value === 'object') {
    const inner = Object.entries(value).map(([key, item]) => soapValue(key, item));
    return `<${name}>${inner.join('')}</${name}>`;
  }
  return `<${name}>${escapeXml(String(value))}</${name}>`;
}

const isRaw = (value: unknown): value is RawXml => typeof value === 'object' && value !== null && 'rawXml' in value;

const envelope = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="http://soap.sforce.com/2006/04/metadata"' +
  ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="${metadataNamespace}">` +
  `<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
