import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord, type RecordData } from 'lightning/uiRecordApi';
import FIRST_PART from '@salesforce/schema/VoiceCall.FirstPart__c';
import PART from '@salesforce/schema/CallLogPart__c';

/** The whole text that was logged for a call of Voice, on its page, where its description holds the beginning only. */
export default class VoiceCallText extends LightningElement {
  /** The record of the page; the page gives it. */
  @api recordId?: string;

  partName = PART.objectApiName;
  firstPartId?: string;

  /** Optional, so that who may not see the field sees nothing, and no failure. */
  @wire(getRecord, { recordId: '$recordId', optionalFields: [FIRST_PART] })
  readCall({ data }: { data?: RecordData; error?: unknown }): void {
    const first = data && getFieldValue(data, FIRST_PART);
    this.firstPartId = typeof first === 'string' ? first : undefined;
  }
}
