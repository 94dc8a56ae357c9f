CREATE TABLE "card_hold_alerts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hold_id" uuid NOT NULL,
	"card_token" text NOT NULL,
	"profile_id" text NOT NULL,
	"cause" text NOT NULL,
	"turned_at" text NOT NULL,
	"noticed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"refreeze" text NOT NULL,
	"refreeze_begun_at" timestamp with time zone,
	"seen_by" uuid,
	"seen_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "card_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"card_token" text NOT NULL,
	"profile_id" text NOT NULL,
	"owner" text NOT NULL,
	"held_by" uuid NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"review_on" date NOT NULL,
	"refreezes" boolean NOT NULL,
	"reason_sealed" text NOT NULL,
	"lifting_since" timestamp with time zone,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "card_hold_alerts" ADD CONSTRAINT "card_hold_alerts_hold_id_card_holds_id_fk" FOREIGN KEY ("hold_id") REFERENCES "public"."card_holds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_hold_alerts" ADD CONSTRAINT "card_hold_alerts_seen_by_people_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_holds" ADD CONSTRAINT "card_holds_held_by_people_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_holds" ADD CONSTRAINT "card_holds_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "card_hold_alerts_turn" ON "card_hold_alerts" USING btree ("hold_id","turned_at");--> statement-breakpoint
CREATE INDEX "card_hold_alerts_card" ON "card_hold_alerts" USING btree ("card_token","noticed_at");--> statement-breakpoint
CREATE INDEX "card_hold_alerts_due" ON "card_hold_alerts" USING btree ("card_token") WHERE "card_hold_alerts"."refreeze" = 'due';--> statement-breakpoint
CREATE UNIQUE INDEX "card_holds_standing" ON "card_holds" USING btree ("card_token",(case when "owner" = 'compliance' then 'compliance' else "held_by"::text end)) WHERE "card_holds"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "card_holds_review" ON "card_holds" USING btree ("review_on") WHERE "card_holds"."lifted_at" is null;