import type { ApiResponse } from '../api';

/** The limits that clients look at; none of them runs down here. */
export const limits = (): ApiResponse => ({
  status: 200,
  body: {
    DailyApiRequests: { Max: 100000, Remaining: 99900 },
    DailyBulkApiBatches: { Max: 15000, Remaining: 15000 },
    DailyAsyncApexExecutions: { Max: 250000, Remaining: 250000 },
    DataStorageMB: { Max: 1024, Remaining: 1000 },
    FileStorageMB: { Max: 1024, Remaining: 1000 },
    HourlySyncReportRuns: { Max: 500, Remaining: 500 },
    SingleEmail: { Max: 5000, Remaining: 5000 }
  }
});
