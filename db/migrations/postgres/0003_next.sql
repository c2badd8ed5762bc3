CREATE TABLE "payment_fact" (
	"id" text PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"fact_id" text NOT NULL,
	"kind" text NOT NULL,
	"fact_key" text NOT NULL,
	"payment_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"fee" bigint,
	"proof" text NOT NULL,
	"happened_at" bigint NOT NULL,
	"reason" text,
	"booked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consultation" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"state" text NOT NULL,
	"words" text NOT NULL,
	"changes" text,
	"days" integer NOT NULL,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL,
	"confirmed_by" text,
	"asked_at" bigint,
	"due_at" bigint
);
--> statement-breakpoint
CREATE TABLE "final_offer" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"draft_sealed" text,
	"sealed" text,
	"seal_hash" text,
	"seal_salt" text,
	"words_hash" jsonb,
	"sealed_in" text,
	"receipt_no" text,
	"submitted_by" text,
	"submitted_at" bigint,
	"price" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "method" ADD COLUMN "final_offers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "proposal" ADD COLUMN "first_price" bigint;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "finals_opened_at" bigint;--> statement-breakpoint
ALTER TABLE "provider_call" ADD COLUMN "payment_id" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "provider" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "release_key" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "losses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_fact" ADD CONSTRAINT "payment_fact_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_written_by_panel_seat_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_confirmed_by_panel_seat_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."panel_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_offer" ADD CONSTRAINT "final_offer_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "final_offer" ADD CONSTRAINT "final_offer_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_fact_once" ON "payment_fact" USING btree ("provider","fact_id");--> statement-breakpoint
CREATE INDEX "payment_fact_payment" ON "payment_fact" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payment_fact_at" ON "payment_fact" USING btree ("happened_at");--> statement-breakpoint
CREATE UNIQUE INDEX "consultation_tender" ON "consultation" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "final_offer_once" ON "final_offer" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "final_offer_tender" ON "final_offer" USING btree ("tender_id");--> statement-breakpoint
ALTER TABLE "provider_call" ADD CONSTRAINT "provider_call_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "provider_call_payment" ON "provider_call" USING btree ("payment_id");