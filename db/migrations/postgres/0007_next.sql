CREATE TABLE "seal_leaf" (
	"leaf" text PRIMARY KEY NOT NULL,
	"day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tender_keeper" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"body" text NOT NULL,
	"named_at" bigint NOT NULL,
	"confirmed_at" bigint,
	"public_key" text,
	"key_locked" text,
	"tried_at" bigint,
	"printed_at" bigint,
	"proved_at" bigint,
	"lost_at" bigint,
	"lent_at" bigint,
	"opened_at" bigint,
	"signed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tender_key" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"envelope" text NOT NULL,
	"public_key" text NOT NULL,
	"probe" text NOT NULL,
	"made_at" bigint NOT NULL,
	"tried_at" bigint,
	"opened_at" bigint,
	"record" text,
	"record_hash" text,
	"record_signature" text,
	"rechecked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tender_share" (
	"id" text PRIMARY KEY NOT NULL,
	"keeper_id" text NOT NULL,
	"envelope" text NOT NULL,
	"share_sealed" text NOT NULL,
	"share_probe" text NOT NULL,
	"lent" jsonb
);
--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "sealed_price" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "seal_salt" text;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "sealed_in" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "seal_mode" text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "prices_opened_at" bigint;--> statement-breakpoint
ALTER TABLE "tender_keeper" ADD CONSTRAINT "tender_keeper_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_key" ADD CONSTRAINT "tender_key_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_share" ADD CONSTRAINT "tender_share_keeper_id_tender_keeper_id_fk" FOREIGN KEY ("keeper_id") REFERENCES "public"."tender_keeper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "seal_leaf_day" ON "seal_leaf" USING btree ("day","leaf");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_keeper_order" ON "tender_keeper" USING btree ("tender_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_keeper_once" ON "tender_keeper" USING btree ("tender_id","person_id");--> statement-breakpoint
CREATE INDEX "tender_keeper_person" ON "tender_keeper" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_key_envelope" ON "tender_key" USING btree ("tender_id","envelope");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_share_envelope" ON "tender_share" USING btree ("keeper_id","envelope");