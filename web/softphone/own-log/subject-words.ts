import { type SubjectWords } from '../../../core/call-log/subject-line';

type Lines = Readonly<
  Record<
    | 'callFrom'
    | 'callTo'
    | 'callInternal'
    | 'chat'
    | 'voicemailFrom'
    | 'voicemailTo'
    | 'smsFrom'
    | 'smsTo'
    | 'missed'
    | 'withheld',
    string
  >
>;

/** What a log is called, by language, in the words of the package's labels CallLogSubject…; a test compares them. */
export const subjectLines: Readonly<Record<string, Lines>> = {
  en: {
    callFrom: 'Call from {0}',
    callTo: 'Call to {0}',
    callInternal: 'Internal call with {0}',
    chat: 'Chat with {0}',
    voicemailFrom: 'Voicemail from {0}',
    voicemailTo: 'Voicemail for {0}',
    smsFrom: 'Text message from {0}',
    smsTo: 'Text message to {0}',
    missed: 'Missed call from {0}',
    withheld: 'unknown number'
  },
  de: {
    callFrom: 'Anruf von {0}',
    callTo: 'Anruf an {0}',
    callInternal: 'Internes Gespräch mit {0}',
    chat: 'Chat mit {0}',
    voicemailFrom: 'Sprachnachricht von {0}',
    voicemailTo: 'Sprachnachricht für {0}',
    smsFrom: 'SMS von {0}',
    smsTo: 'SMS an {0}',
    missed: 'Verpasster Anruf von {0}',
    withheld: 'unbekannter Nummer'
  },
  fr: {
    callFrom: 'Appel de {0}',
    callTo: 'Appel vers {0}',
    callInternal: 'Appel interne avec {0}',
    chat: 'Chat avec {0}',
    voicemailFrom: 'Message vocal de {0}',
    voicemailTo: 'Message vocal pour {0}',
    smsFrom: 'SMS de {0}',
    smsTo: 'SMS à {0}',
    missed: 'Appel manqué de {0}',
    withheld: 'numéro masqué'
  },
  es: {
    callFrom: 'Llamada de {0}',
    callTo: 'Llamada a {0}',
    callInternal: 'Llamada interna con {0}',
    chat: 'Chat con {0}',
    voicemailFrom: 'Mensaje de voz de {0}',
    voicemailTo: 'Mensaje de voz para {0}',
    smsFrom: 'SMS de {0}',
    smsTo: 'SMS a {0}',
    missed: 'Llamada perdida de {0}',
    withheld: 'número desconocido'
  },
  ja: {
    callFrom: '{0} からの通話',
    callTo: '{0} への通話',
    callInternal: '{0} との内線通話',
    chat: '{0} とのチャット',
    voicemailFrom: '{0} からのボイスメール',
    voicemailTo: '{0} へのボイスメール',
    smsFrom: '{0} からの SMS',
    smsTo: '{0} への SMS',
    missed: '{0} からの不在着信',
    withheld: '非通知'
  }
};

/** The words in a language that the softphone speaks. */
export function subjectWordsIn(tag: string): SubjectWords {
  const lines = (subjectLines[tag] ?? subjectLines.en)!;
  const { callFrom, callTo, callInternal, chat, voicemailFrom, voicemailTo, smsFrom, smsTo } = lines;
  return {
    phone: { inbound: callFrom, outbound: callTo, internal: callInternal },
    chat: { inbound: chat, outbound: chat, internal: chat },
    voicemail: { inbound: voicemailFrom, outbound: voicemailTo, internal: voicemailFrom },
    sms: { inbound: smsFrom, outbound: smsTo, internal: smsFrom },
    missed: lines.missed,
    withheld: lines.withheld
  };
}
