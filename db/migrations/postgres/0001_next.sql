CREATE TABLE "approval_chain" (
	"id" text PRIMARY KEY NOT NULL,
	"buyer_id" text NOT NULL,
	"version" integer NOT NULL,
	"steps" jsonb NOT NULL,
	"ground" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "complaint" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"challenge_id" text NOT NULL,
	"tender_id" text NOT NULL,
	"complainant_id" text NOT NULL,
	"filed_by" text NOT NULL,
	"items" text NOT NULL,
	"state" text NOT NULL,
	"filed_at" bigint NOT NULL,
	"accepted_by" text,
	"accepted_at" bigint,
	"due_at" bigint,
	"outcome" text,
	"decision" text,
	"decided_by" text,
	"decided_at" bigint
);
--> statement-breakpoint
CREATE TABLE "low_price_ask" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"proposal_id" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"words" text,
	"file_id" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tender_document" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"file_id" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" bigint NOT NULL,
	"amendment_id" text,
	"replaces_id" text,
	"live_at" bigint,
	"replaced_at" bigint
);
--> statement-breakpoint
CREATE TABLE "tender_follow" (
	"id" text PRIMARY KEY NOT NULL,
	"tender_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contract_change" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"price_by" bigint,
	"to_was" text,
	"to_date" text,
	"indicators" jsonb NOT NULL,
	"worker_was" text,
	"worker_id" text,
	"drafted_by" text NOT NULL,
	"drafted_party" text NOT NULL,
	"drafted_at" bigint NOT NULL,
	"opinion" text,
	"opinion_for" integer,
	"opinion_by" text,
	"opinion_at" bigint,
	"decision" text,
	"decided_by" text,
	"decided_at" bigint,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "recovery" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"contract_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"year" integer NOT NULL,
	"no" text NOT NULL,
	"received_on" text NOT NULL,
	"registered_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "recovery_amount" CHECK ("recovery"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "chain_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "witness_id" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "witness_role" text;--> statement-breakpoint
ALTER TABLE "tender" ADD COLUMN "witnessed_at" bigint;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "recovery_ground" text;--> statement-breakpoint
ALTER TABLE "contract" ADD COLUMN "terminated_by" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "invoice_hash" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "invoice_file_id" text;--> statement-breakpoint
ALTER TABLE "approval_chain" ADD CONSTRAINT "approval_chain_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "low_price_ask" ADD CONSTRAINT "low_price_ask_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "low_price_ask" ADD CONSTRAINT "low_price_ask_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_document" ADD CONSTRAINT "tender_document_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_document" ADD CONSTRAINT "tender_document_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_follow" ADD CONSTRAINT "tender_follow_tender_id_tender_id_fk" FOREIGN KEY ("tender_id") REFERENCES "public"."tender"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tender_follow" ADD CONSTRAINT "tender_follow_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_change" ADD CONSTRAINT "contract_change_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery" ADD CONSTRAINT "recovery_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "approval_chain_version" ON "approval_chain" USING btree ("buyer_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "complaint_challenge" ON "complaint" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "complaint_tender" ON "complaint" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "low_price_ask_once" ON "low_price_ask" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "low_price_ask_tender" ON "low_price_ask" USING btree ("tender_id");--> statement-breakpoint
CREATE INDEX "tender_document_tender" ON "tender_document" USING btree ("tender_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tender_follow_once" ON "tender_follow" USING btree ("tender_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_change_ref" ON "contract_change" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_change_live" ON "contract_change" USING btree ("contract_id") WHERE state = 'draft';--> statement-breakpoint
CREATE INDEX "contract_change_contract" ON "contract_change" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_ref" ON "recovery" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "recovery_receipt" ON "recovery" USING btree ("year","no");--> statement-breakpoint
CREATE INDEX "recovery_contract" ON "recovery" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "payment_invoice" ON "payment" USING btree ("invoice_no");--> statement-breakpoint
CREATE INDEX "payment_invoice_hash" ON "payment" USING btree ("invoice_hash");