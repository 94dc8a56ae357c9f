CREATE TABLE "bulk_cards" (
	"bulk_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"profile_id" text NOT NULL,
	"card_token" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"code" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "bulk_cards_bulk_id_position_pk" PRIMARY KEY("bulk_id","position")
);
--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"reason_sealed" text NOT NULL,
	"request_id" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "bulk_cards" ADD CONSTRAINT "bulk_cards_bulk_id_bulk_changes_id_fk" FOREIGN KEY ("bulk_id") REFERENCES "public"."bulk_changes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_cards_open" ON "bulk_cards" USING btree ("bulk_id","position") WHERE "bulk_cards"."state" in ('waiting', 'begun', 'unknown');--> statement-breakpoint
CREATE INDEX "bulk_changes_started" ON "bulk_changes" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "bulk_changes_unfinished" ON "bulk_changes" USING btree ("started_at") WHERE "bulk_changes"."finished_at" is null;