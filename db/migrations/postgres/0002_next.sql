CREATE TABLE "round_box" (
	"round_id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"key_made_at" bigint NOT NULL,
	"probe" text NOT NULL,
	"tried_at" bigint,
	"closed_at" bigint,
	"root" text,
	"leaves" integer,
	"replaced" integer,
	"replaced_hash" text
);
--> statement-breakpoint
CREATE TABLE "superseded_ballot" (
	"leaf" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trustee" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"named_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"public_key" text,
	"key_locked" text,
	"share_sealed" text,
	"tried_at" bigint,
	"printed_at" bigint
);
--> statement-breakpoint
ALTER TABLE "round_box" ADD CONSTRAINT "round_box_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trustee" ADD CONSTRAINT "trustee_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "superseded_ballot_round" ON "superseded_ballot" USING btree ("round_id","leaf");--> statement-breakpoint
CREATE UNIQUE INDEX "trustee_order" ON "trustee" USING btree ("round_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "trustee_once" ON "trustee" USING btree ("round_id","person_id");--> statement-breakpoint
CREATE INDEX "trustee_person" ON "trustee" USING btree ("person_id");