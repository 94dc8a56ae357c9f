CREATE TABLE "reveals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"card_token" text NOT NULL,
	"profile_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"what" text NOT NULL,
	"reason" text NOT NULL,
	"request_id" text NOT NULL,
	"key_thumbprint" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text DEFAULT 'asked' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reveals" ADD CONSTRAINT "reveals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "reveals_key" ON "reveals" USING btree ("key_thumbprint");--> statement-breakpoint
CREATE INDEX "reveals_card" ON "reveals" USING btree ("card_token","at");--> statement-breakpoint
CREATE INDEX "reveals_person" ON "reveals" USING btree ("person_id","at");