export const declineKeys = { reasons: ['decline-reasons'] as const };
