export * from '../../../../../core/phone-message/parse-phone-message';
export * from '../../../../../core/phone-message/phone-message';
export * from '../../../../../core/phone-message/place';
export * from '../../../../../core/phone-message/rep-message';
export * from '../../../../../core/phone-message/session';
