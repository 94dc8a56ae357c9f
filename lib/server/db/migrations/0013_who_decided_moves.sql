INSERT INTO "approval_decisions" ("approval_id", "person_id", "decision", "at")
SELECT "id", "decided_by", "state", coalesce("decided_at", "requested_at") FROM "approvals" WHERE "decided_by" IS NOT NULL;
--> statement-breakpoint
UPDATE "approvals" SET
  "resource_type" = 'person',
  "resource_id" = coalesce("person_id", "id")::text,
  "used_at" = CASE WHEN "state" = 'approved' THEN "decided_at" END;
--> statement-breakpoint
ALTER TABLE "approvals" DROP CONSTRAINT "approvals_decided_by_people_id_fk";
--> statement-breakpoint
ALTER TABLE "approvals" DROP COLUMN "decided_by";