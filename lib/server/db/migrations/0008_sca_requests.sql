CREATE TABLE "sca_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"profile_id" text NOT NULL,
	"user_id" text NOT NULL,
	"sealed" text NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"cleared_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sca_requests" ADD CONSTRAINT "sca_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sca_requests_expires" ON "sca_requests" USING btree ("expires_at");