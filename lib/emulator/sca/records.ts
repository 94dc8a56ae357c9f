export interface ChallengeRecord {
  type: string;
  /** Types that clear it as well. */
  alternatives: readonly string[];
  isPassed: boolean;
}

export interface OneTimeTokenRecord {
  token: string;
  userId: number;
  /** The one request it lets through, see `digestAction`; null for one that only opens a session. */
  action: string | null;
  actionType: string | null;
  challenges: readonly ChallengeRecord[];
  /** The ways a passcode was sent. */
  triggered: readonly string[];
  createdAtMs: number;
  expiresAtMs: number;
  isSpent: boolean;
}

export interface PhoneNumberRecord {
  id: number;
  userId: number;
  phoneNumber: string;
  clientId: string;
}

export interface DeviceFingerprintRecord {
  id: string;
  digest: string;
  createdAt: string;
}

/**
 * What a user confirms with, and how that went.
 * Emulator choice: it is the user's, whichever of their profiles a path names.
 */
export interface ScaFactorsRecord {
  userId: number;
  /** null: not set up. */
  pinDigest: string | null;
  devices: readonly DeviceFingerprintRecord[];
  /** In a row. */
  failures: number;
  blockedUntilMs: number;
  sessionUntilMs: number;
}
