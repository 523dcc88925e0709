/** Numbers that phones treat as emergency calls in every country (3GPP TS 22.101). */
const everywhere = ['112', '911'];

/** Police, fire and ambulance of each country besides. */
const byCountry: Readonly<Record<string, string>> = {
  AE: '997 998 999',
  AR: '100 101 107',
  AT: '122 133 144',
  AU: '000 106',
  BD: '999',
  BE: '100 101',
  BR: '190 192 193',
  CH: '117 118 144 1414',
  CL: '131 132 133',
  CN: '110 119 120 122',
  CO: '123',
  CZ: '150 155 156 158',
  DE: '110',
  DK: '114',
  EG: '122 123 180',
  ES: '061 062 080 085 091 092',
  FR: '15 17 18 114',
  GB: '999',
  GR: '100 108 166 199',
  HK: '999',
  HR: '192 193 194',
  HU: '104 105 107',
  ID: '110 113 118 119',
  IE: '999',
  IL: '100 101 102',
  IN: '100 101 102 108',
  IT: '113 115 118',
  JP: '110 118 119',
  KE: '999',
  KR: '119 112 113',
  LU: '113',
  MY: '999 994',
  NG: '199',
  NO: '110 113',
  NZ: '111',
  PH: '117',
  PK: '15 16 115',
  PL: '997 998 999',
  QA: '999',
  RU: '101 102 103 104',
  SA: '997 998 999',
  SG: '995 999',
  TH: '191 199 1669',
  TR: '110 155 156',
  TW: '110 119',
  UA: '101 102 103 104',
  VN: '113 114 115',
  ZA: '10111 10177'
};

// A phone that does not know where it is takes these for emergencies too.
const anywhere = '000 08 110 118 119 999'.split(' ');

/** True for a number that calls for help in the country, or anywhere when the country is not known. */
export function isEmergencyNumber(digits: string, country: string | undefined): boolean {
  if (everywhere.includes(digits)) return true;
  return country === undefined ? anywhere.includes(digits) : (byCountry[country]?.split(' ') ?? []).includes(digits);
}
