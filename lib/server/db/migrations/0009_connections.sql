CREATE TABLE "wise_authorizations" (
	"state_digest" text PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reconnects" text,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "wise_connections" ALTER COLUMN "refresh_token_sealed" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "kind" text DEFAULT 'user' NOT NULL;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "owner_name" text;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "scopes" text;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "refresh_token_expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "connected_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "connected_by" uuid;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "last_error_code" text;--> statement-breakpoint
ALTER TABLE "wise_connections" ADD COLUMN "last_error_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "wise_connections_owner" ON "wise_connections" USING btree ("search_text","user_id");--> statement-breakpoint
CREATE INDEX "wise_connections_state" ON "wise_connections" USING btree ("state");