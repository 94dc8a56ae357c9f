import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { auditTexts, subjectKeys } from '../db/schema/audit.ts';
import { createVault, type Vault } from '../vault/vault.ts';

const keyContext = (subjectId: string) => ({ table: 'subject_keys', column: 'key_sealed', row: subjectId });
const textContext = (subjectId: string, name: string) => ({
  table: 'audit_texts',
  column: name,
  row: subjectId,
});

interface TextPlace {
  table: string;
  column: string;
}

/** Free text about a subject (a card, a person), readable only while the subject's key exists: deleting the key erases it. */
export class SubjectTexts {
  #db: Database;
  #vault: Vault;

  constructor(db: Database, vault: Vault) {
    this.#db = db;
    this.#vault = vault;
  }

  async seal(subjectId: string, texts: Record<string, string>): Promise<Record<string, string>> {
    const names = Object.keys(texts);
    if (names.length === 0) return {};
    const vault = await this.#vaultOf(subjectId);
    return Object.fromEntries(
      names.map((name) => [name, vault.seal(texts[name] ?? '', textContext(subjectId, name))]),
    );
  }

  async store(
    tx: Database,
    sequence: bigint,
    subjectId: string,
    sealed: Record<string, string>,
  ): Promise<void> {
    const rows = Object.entries(sealed).map(([name, text]) => ({ sequence, name, subjectId, sealed: text }));
    if (rows.length > 0) await tx.insert(auditTexts).values(rows);
  }

  /** Free text about the subject that lies in another table than the trail's. */
  async sealFor(subjectId: string, place: TextPlace, text: string): Promise<string> {
    return (await this.#vaultOf(subjectId)).seal(text, { ...place, row: subjectId });
  }

  /** @returns undefined once the subject's key was deleted */
  async openFor(subjectId: string, place: TextPlace, sealed: string): Promise<string | undefined> {
    const key = await this.#readKey(subjectId);
    return key && createVault([{ id: 's', bytes: key }]).open(sealed, { ...place, row: subjectId });
  }

  /** @returns the text of that name per sequence; what was erased is missing */
  async read(subjectId: string, name: string, sequences: bigint[]): Promise<Map<bigint, string>> {
    if (sequences.length === 0) return new Map();
    const rows = await this.#db
      .select()
      .from(auditTexts)
      .where(
        and(
          inArray(auditTexts.sequence, sequences),
          eq(auditTexts.name, name),
          eq(auditTexts.subjectId, subjectId),
        ),
      );
    if (rows.length === 0) return new Map();
    const key = await this.#readKey(subjectId);
    if (!key) return new Map();
    const vault = createVault([{ id: 's', bytes: key }]);
    return new Map(rows.map((row) => [row.sequence, vault.open(row.sealed, textContext(subjectId, name))]));
  }

  async #vaultOf(subjectId: string): Promise<Vault> {
    const fresh = this.#vault.seal(randomBytes(32).toString('base64'), keyContext(subjectId));
    const [made] = await this.#db
      .insert(subjectKeys)
      .values({ subjectId, keySealed: fresh })
      .onConflictDoNothing()
      .returning();
    const key = made ? this.#open(made) : await this.#readKey(subjectId);
    if (!key) throw new Error('A subject key vanished while it was being used');
    return createVault([{ id: 's', bytes: key }]);
  }

  async #readKey(subjectId: string): Promise<Buffer | undefined> {
    const [row] = await this.#db.select().from(subjectKeys).where(eq(subjectKeys.subjectId, subjectId));
    return row && this.#open(row);
  }

  #open({ keySealed, subjectId }: typeof subjectKeys.$inferSelect): Buffer {
    return Buffer.from(this.#vault.open(keySealed, keyContext(subjectId)), 'base64');
  }
}
