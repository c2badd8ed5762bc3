CREATE TABLE "oversight" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"community_id" text NOT NULL,
	"committee_id" text NOT NULL,
	"street_id" text NOT NULL,
	"ruler_id" text NOT NULL,
	"matter" text NOT NULL,
	"matter_id" text NOT NULL,
	"matter_title" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"raised_by" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"answer_due_at" bigint NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint,
	"settled_at" bigint,
	"escalation" text,
	"escalated_at" bigint,
	"ruling_due_at" bigint,
	"upheld" boolean,
	"ruling" text,
	"ruled_by" text,
	"ruled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "settlement_voucher" (
	"id" text PRIMARY KEY NOT NULL,
	"settlement_id" text NOT NULL,
	"payer_id" text NOT NULL,
	"year" integer NOT NULL,
	"no" text NOT NULL,
	"dated" text NOT NULL,
	"sent_on" text NOT NULL,
	"kind" text NOT NULL,
	"payer_tail" text NOT NULL,
	"account_tail" text NOT NULL,
	"amount" bigint NOT NULL,
	"scan_hash" text NOT NULL,
	"scan_file_id" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"returned_at" bigint,
	"return_reason" text,
	CONSTRAINT "settlement_voucher_amount" CHECK ("settlement_voucher"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "people" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "invoice_hash" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "invoice_file_id" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "account_tail" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "due_at" bigint;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "submitted_by" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "submitted_at" bigint;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "receipt_no" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "returned_by" text;--> statement-breakpoint
ALTER TABLE "order_settlement" ADD COLUMN "returned_at" bigint;--> statement-breakpoint
ALTER TABLE "oversight" ADD CONSTRAINT "oversight_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settlement_voucher" ADD CONSTRAINT "settlement_voucher_settlement_id_order_settlement_id_fk" FOREIGN KEY ("settlement_id") REFERENCES "public"."order_settlement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "oversight_ref" ON "oversight" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "oversight_committee" ON "oversight" USING btree ("committee_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_voucher_once" ON "settlement_voucher" USING btree ("year","no","payer_id");--> statement-breakpoint
CREATE INDEX "settlement_voucher_of" ON "settlement_voucher" USING btree ("settlement_id");--> statement-breakpoint
CREATE INDEX "settlement_voucher_scan" ON "settlement_voucher" USING btree ("scan_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "order_settlement_live" ON "order_settlement" USING btree ("framework_id","supplier_id","month") WHERE state <> 'returned';