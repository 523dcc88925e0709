import { openMessenger } from './messenger';
import { openCtiApi } from './open-cti-api';

/** Set by the build, from the version in the address of this file. */
declare const API_VERSION: number;

/** Hosts whose pages frame adapters. */
const salesforce = /^https?:\/\/[\w.-]+\.(force|salesforce)\.com(:\d+)?$/;

const query = new URLSearchParams(location.search);
const origin = query.get('sfdcIframeOrigin') ?? '';
const isFramed = query.has('mode') && salesforce.test(origin) && origin.startsWith(location.protocol);

const offered = globalThis as unknown as { sforce?: Record<string, unknown> };
offered.sforce = offered.sforce ?? {};
offered.sforce['opencti'] = openCtiApi(openMessenger(API_VERSION, isFramed ? origin : undefined), API_VERSION);

if (!isFramed)
  // oxlint-disable-next-line typescript/only-throw-error -- Salesforce's library throws these words, and no error object
  throw 'Failed to initialize Open CTI. Ensure that it is loaded from the right frame with correct URL parameters';
