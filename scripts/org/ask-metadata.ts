import { SaxesParser } from 'saxes';
import type { Answer, OrgRecord, Question } from '../resources/question';
import { chunk } from './chunk';
import type { Transport } from './transport';

type MetadataQuestion = Extract<Question, { via: 'metadata' }>;

/** readMetadata takes at most 10 names of one type (Metadata API Developer Guide, "readMetadata()"). */
const namesPerRead = 10;

/** Reads components through the synchronous SOAP call readMetadata, which exists in no REST form. */
export async function askMetadata(
  transport: Transport,
  apiVersion: string,
  question: MetadataQuestion
): Promise<Answer> {
  const answers = await Promise.all(
    chunk(question.fullNames, namesPerRead).map(async (names) => {
      const { text } = await transport.send({
        method: 'POST',
        path: `/services/Soap/m/${apiVersion}`,
        headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', accept: 'text/xml' },
        body: (sessionId) => envelope(sessionId, question.type, names),
        effect: 'read',
        purpose: `reading ${question.type}`
      });
      return readRecords(text);
    })
  );
  return { ok: true, records: answers.flat() };
}

function envelope(sessionId: string, type: string, names: readonly string[]): string {
  const fullNames = names.map((name) => `<fullNames>${escapeXml(name)}</fullNames>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/04/metadata">' +
    `<soapenv:Header><SessionHeader><sessionId>${escapeXml(sessionId)}</sessionId></SessionHeader></soapenv:Header>` +
    `<soapenv:Body><readMetadata><type>${escapeXml(type)}</type>${fullNames}</readMetadata></soapenv:Body></soapenv:Envelope>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** One row per component found: its fullName and the text of its children, cut out of the answer as it came. */
function readRecords(soap: string): readonly OrgRecord[] {
  const parser = new SaxesParser();
  const found: OrgRecord[] = [];
  const path: string[] = [];
  let start = 0;
  let fullName = '';
  parser.on('opentag', ({ name, isSelfClosing }) => {
    path.push(localName(name));
    if (path.at(-1) === 'records' && !isSelfClosing) {
      start = parser.position;
      fullName = '';
    }
  });
  parser.on('text', (text) => {
    if (path.at(-1) === 'fullName' && path.at(-2) === 'records') fullName += text;
  });
  parser.on('closetag', ({ name }) => {
    if (path.pop() === 'records' && fullName !== '') {
      const end = soap.lastIndexOf('</', parser.position - 1 - name.length);
      found.push({ fullName, xml: soap.slice(start, end) });
    }
  });
  parser.write(soap).close();
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
