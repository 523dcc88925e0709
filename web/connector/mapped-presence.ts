import { type PresenceRow } from '../../core/presence/presence-map';
import { type ConnectorConfig } from './sdk-methods';

/**
 * The rows of the settings' presence map that the contact center names, as `/ringdown/presence1` and on: the state of the phone system,
 * which side follows, and the developer name of the presence status, such as `lunch ToSalesforce OnBreak`.
 */
export function readMappedPresence(config: ConnectorConfig): readonly PresenceRow[] {
  const rows: PresenceRow[] = [];
  for (let place = 1; ; place += 1) {
    const text = config[`/ringdown/presence${place}`];
    if (typeof text !== 'string') return rows;
    const [, phoneState, direction, presenceStatus] =
      /^(.+) (ToSalesforce|ToPhone|Both) (\S+)$/.exec(text.trim()) ?? [];
    if (phoneState !== undefined && presenceStatus !== undefined)
      rows.push({ phoneState, direction: direction as PresenceRow['direction'], presenceStatus });
  }
}
