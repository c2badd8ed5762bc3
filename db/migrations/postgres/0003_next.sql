CREATE TABLE "cabinet" (
	"id" text PRIMARY KEY NOT NULL,
	"party_id" text NOT NULL,
	"sealed" text NOT NULL,
	"saved_at" bigint NOT NULL,
	"saved_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consortium_member" (
	"id" text PRIMARY KEY NOT NULL,
	"proposal_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"party_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"consented_at" bigint,
	"consented_by" text,
	"terms_hash" text,
	"sits_in" text
);
--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "broken_at" bigint;--> statement-breakpoint
ALTER TABLE "cabinet" ADD CONSTRAINT "cabinet_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consortium_member" ADD CONSTRAINT "consortium_member_party_id_party_id_fk" FOREIGN KEY ("party_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cabinet_party" ON "cabinet" USING btree ("party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consortium_member_once" ON "consortium_member" USING btree ("proposal_id","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "consortium_member_sits" ON "consortium_member" USING btree ("sits_in");--> statement-breakpoint
CREATE INDEX "consortium_member_party" ON "consortium_member" USING btree ("party_id");