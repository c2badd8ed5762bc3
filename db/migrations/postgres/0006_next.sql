CREATE TABLE "enrolment" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"word_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"issued_by" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "awaits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "confirmed_by" text;--> statement-breakpoint
ALTER TABLE "seat" ADD COLUMN "confirmed_at" bigint;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enrolment_person" ON "enrolment" USING btree ("person_id","created_at");