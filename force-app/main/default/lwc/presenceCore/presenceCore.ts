export * from '../../../../../core/presence/follow-presence';
export * from '../../../../../core/presence/omni-message';
export * from '../../../../../core/presence/presence-map';
