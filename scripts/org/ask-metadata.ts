import { SaxesParser } from 'saxes';
import type { Answer, OrgRecord, Question } from '../resources/question';
import { unreadable } from './answer';
import { chunk } from './chunk';
import { OrgFailure } from './failure';
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
  const purpose = `reading ${question.type}`;
  const read = async (names: readonly string[]): Promise<readonly OrgRecord[]> => {
    let records: readonly OrgRecord[] = [];
    await transport.send({
      method: 'POST',
      path: `/services/Soap/m/${apiVersion}`,
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: '""', accept: 'text/xml' },
      body: (sessionId) => envelope(sessionId, question.type, names),
      effect: 'read',
      purpose,
      accept: (text) => (records = readRecords(text, purpose))
    });
    return records;
  };
  try {
    return { ok: true, records: (await Promise.all(chunk(question.fullNames, namesPerRead).map(read))).flat() };
  } catch (error) {
    if (!(error instanceof OrgFailure)) throw error;
    const { failureClass, code, message } = error;
    if (failureClass !== 'refused' && failureClass !== 'not-found') throw error;
    return { ok: false, code, message };
  }
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
function readRecords(soap: string, purpose: string): readonly OrgRecord[] {
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
  const readText = (text: string): void => {
    if (path.at(-1) === 'fullName' && path.at(-2) === 'records') fullName += text;
  };
  parser.on('text', readText);
  parser.on('cdata', readText);
  parser.on('closetag', ({ name }) => {
    if (path.pop() === 'records' && fullName !== '') {
      const end = soap.lastIndexOf('</', parser.position - 1 - name.length);
      found.push({ fullName, xml: soap.slice(start, end) });
    }
  });
  try {
    parser.write(soap).close();
  } catch (error) {
    throw unreadable(purpose, error);
  }
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
